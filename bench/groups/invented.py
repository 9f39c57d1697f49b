"""Meetings and distances made up on the spot, so that anybody can measure; a division that keeps every wish is hidden in each."""

import random

SHARES = ((0, 0.42), (1, 0.1), (2, 0.14), (3, 0.22), (4, 0.12))


def meeting(n, size, *, seed):
    """A meeting in the layout of the published instances."""
    chance = random.Random(f"{n} {size} {seed}")
    groups = n // size
    sizes = [size + (number < n % size) for number in range(groups)]
    hidden = [number for number in range(groups) for _ in range(sizes[number])]
    kind = [kind for many in sizes for kind in _kinds(many, chance)]
    online_groups = list(range(groups))[-(groups // 6) :] if groups >= 6 else []
    step_free = sorted(chance.sample(range(groups - len(online_groups)), max(1, groups // 3)))
    order = chance.sample(range(n), n)  # so that the hidden division cannot be read off
    hidden, kind = [hidden[i] for i in order], [kind[i] for i in order]
    return {
        "n": n, "G": groups, "s": size, "seed": seed, "size": sizes, "kind": kind, "min_lay": 2,
        "gender": [chance.choice((0, 0, 0, 1, 1, 2)) for _ in range(n)],
        "org": [int(chance.triangular(0, max(3, n // 6), 0)) for _ in range(n)],
        "experience": [round(chance.triangular(0, 12, 2), 1) for _ in range(n)],
        "confidence": [chance.choice((1, 2, 2, 3, 3, 4)) for _ in range(n)],
        "online": [group in online_groups for group in hidden], "online_groups": online_groups,
        "needs_stepfree": [group in step_free and chance.random() < 0.15 for group in hidden],
        "stepfree_groups": step_free,
        "apart": _pairs(hidden, n // 15 + 1, chance, same=False),
        "together": _pairs(hidden, n // 25 + 1, chance, same=True),
        "history": _history(n, groups, chance),
    }  # fmt: skip


def distances(n, *, seed):
    """A square table of whole distances up to 100."""
    chance = random.Random(f"{n} {seed}")
    table = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i):
            table[i][j] = table[j][i] = float(chance.randint(1, 100))
    return table


def _kinds(many, chance):
    """One facilitator, two lay members, and others as they come."""
    kinds, shares = zip(*SHARES, strict=True)
    return [5, 0, 0, *chance.choices(kinds, shares, k=many - 3)]


def _pairs(hidden, many, chance, *, same):
    """Pairs of people none of whom is in two pairs."""
    free, pairs = set(range(len(hidden))), []
    for _ in range(many):
        i = chance.choice(sorted(free))
        others = [j for j in sorted(free - {i}) if (hidden[i] == hidden[j]) == same]
        if others:
            j = chance.choice(others)
            pairs.append([min(i, j), max(i, j)])
            free -= {i, j}
    return pairs


def _history(n, groups, chance):
    """Who met whom in four earlier meetings, each drawn by lot."""
    met = {}
    for _ in range(4):
        people = chance.sample(range(n), n)
        for group in range(groups):
            seated = sorted(people[group::groups])
            for place, i in enumerate(seated):
                for j in seated[place + 1 :]:
                    met[i, j] = met.get((i, j), 0) + 1
    return [[i, j, times] for (i, j), times in sorted(met.items())]
