"""Plain words that must find the technical text: from real pairs where there are any, and from a small set of our own."""

import json
import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

WORDS_OF_A_QUERY = 4


@dataclass(frozen=True)
class Pair:
    """A technical text and what somebody might type who wants it."""

    title: str
    words: str
    typed: tuple[str, ...]


OWN = (
    ("Coxofemoral exercise group", "Supervised resistance training for coxofemoral osteoarthritis.", "hip pain class"),
    ("Dyspnoea in COPD", "Pulmonary rehabilitation reduces dyspnoea.", "short of breath"),
    (
        "Antihypertensive adherence",
        "Hypertension and medication adherence in primary care.",
        "high blood pressure tablets",
    ),
    ("Myocardial infarction aftercare", "Cardiac rehabilitation after myocardial infarction.", "heart attack recovery"),
    ("Renal calculus", "Management of acute renal calculus in the emergency department.", "kidney stone A&E"),
    (
        "Cerebrovascular accident",
        "Early supported discharge after cerebrovascular accident.",
        "going home after a stroke",
    ),
    ("Kinesiophobia and lumbar pain", "Fear avoidance predicts chronic lumbar pain.", "afraid to move low back"),
    ("Patellofemoral pain", "Strengthening for patellofemoral pain in adolescents.", "teenager kneecap exercise"),
    ("Total knee arthroplasty", "Prehabilitation before total knee arthroplasty.", "knee replacement before operation"),
    ("Insomnia in fibromyalgia", "Cognitive behavioural therapy for insomnia.", "cannot sleep talking therapy"),
    ("Polypharmacy in frail older adults", "Deprescribing reduces adverse events.", "too many medicines old people"),
    ("Urinary incontinence", "Pelvic floor training for urinary incontinence postpartum.", "leaking urine after birth"),
    ("Pruritus in atopic dermatitis", "Topical corticosteroid for pruritus.", "itchy eczema cream"),
    ("Syncope and orthostatic hypotension", "Assessment of syncope in the elderly.", "fainting older people"),
    (
        "Health inequalities in referral",
        "Disparities in uptake by deprivation.",
        "unfair poor people sent to specialist",
    ),
    (
        "Systematic review of self-management",
        "Meta-analysis of twelve randomised trials.",
        "review of research looking after yourself",
    ),
    ("Paediatric orthopaedics", "Gait analysis in paediatric orthopaedics.", "pediatric orthopedics walking"),
    (
        "Shared decision-making",
        "Patient and public involvement in shared decision-making.",
        "deciding together with public",
    ),
    ("Rheumatoid arthritis flare", "Management of exacerbation in rheumatoid arthritis.", "inflamed joints flare-up"),
    ("Dysphagia after stroke", "Screening for dysphagia by speech therapists.", "trouble swallowing"),
)


def own() -> list[Pair]:
    return [Pair(title, words, (typed,)) for title, words, typed in OWN]


def real() -> list[Pair]:
    """Each technical abstract with the telling words of each sentence of its plain twin; none without the folder."""
    folder = Path(os.environ.get("MINDLINES_REAL_FILES", ""), "health_text/pairs")
    if not os.environ.get("MINDLINES_REAL_FILES") or not folder.is_dir():
        return []
    read = [json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))]
    plain = [" ".join(part["text"] for part in each["plain"]) for each in read]
    seen = Counter(word for text in plain for word in set(_words(text)))
    pairs = []
    for each, text in zip(read, plain, strict=True):
        technical = " ".join(part["text"] for part in each["technical"])
        pairs.append(Pair(each["title"], technical, tuple(_telling(text, seen=seen))))
    return pairs


def _telling(text: str, *, seen: Counter[str]) -> list[str]:
    queries = []
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        words = list(dict.fromkeys(word for word in _words(sentence) if len(word) > 3))
        # The longest of the words that few of the texts share, in the order in which they were written.
        chosen = sorted(words, key=lambda word: (seen[word], -len(word)))[:WORDS_OF_A_QUERY]
        if len(chosen) == WORDS_OF_A_QUERY:
            queries.append(" ".join(word for word in words if word in chosen))
    return queries


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())
