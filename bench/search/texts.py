"""Invented entries for a search: words as often as in speech, some of them of health, in ten communities."""

import itertools
import random
from collections.abc import Iterator

HEALTH_WORDS = (
    "coxofemoral patellofemoral lumbar cervical analgesia osteoarthritis arthroplasty exercise group class session hip knee"
    " pain physiotherapy rehabilitation audit referral commissioning pathway leaflet patient carer clinician community"
    " hypertension renal cardiac dyspnoea fatigue depression anxiety prevention equity transport waiting"
)
HEALTH = HEALTH_WORDS.split()
COMMUNITIES = 10
MINE = 3
LONG, TITLE = 120, 8


class Texts:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        syllables = ["ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "wa"]
        made = ["".join(parts) for parts in itertools.product(syllables, repeat=4)]
        self.chance.shuffle(made)
        self.words = made[:20_000]
        # Words of health stand among the common and the rare ones.
        for place, word in enumerate(HEALTH):
            self.words.insert(20 + place * place // 2, word)
        self.weights = list(itertools.accumulate(1 / (place + 5) for place in range(len(self.words))))

    def entries(self, count: int) -> Iterator[tuple[str, str]]:
        for _number in range(count):
            drawn = self.chance.choices(self.words, cum_weights=self.weights, k=TITLE + LONG)
            yield " ".join(drawn[:TITLE]), " ".join(drawn[TITLE:])

    def queries(self) -> dict[str, list[str]]:
        """Searches by how often their words occur."""
        common, middling, rare = self.words[:60], self.words[60:800], self.words[2000:8000]
        return {
            "one common word": [self._of(common, 1) for _ in range(12)],
            "two common words": [self._of(common, 2) for _ in range(12)],
            "two middling words": [self._of(middling, 2) for _ in range(12)],
            "one rare word": [self._of(rare, 1) for _ in range(12)],
            "three words of health": [" ".join(self.chance.sample(HEALTH, 3)) for _ in range(12)],
        }

    def _of(self, words: list[str], count: int) -> str:
        return " ".join(self.chance.sample(words, count))
