"""What a division of a meeting costs, worked out apart from the library: the formula of the published instances."""

import random

import numpy as np

FACILITATOR, LAY = 5, 0


def score(meeting, group):
    """Broken hard wishes and cost of `group`, one group number per person, both counted from 0."""
    group, groups, size = np.asarray(group), meeting["G"], np.array(meeting["size"])
    count, share, weight = _counted(meeting, group)
    cost = int(np.rint(weight * (count - size[:, None] * share) ** 2).sum())
    organisation = np.array(meeting["org"])
    same = group[:, None] == group[None, :]
    alike = organisation[:, None] == organisation[None, :]
    cost += 5 * int((alike & same).sum() - len(group)) // 2
    cost += sum(6 * times * times for i, j, times in meeting["history"] if group[i] == group[j])
    return _broken(meeting, group, count=count, groups=groups), cost


def by_lot(meeting, *, seed):
    """A division drawn by lot."""
    seats = [number for number, size in enumerate(meeting["size"]) for _ in range(size)]
    random.Random(seed).shuffle(seats)
    return seats


def _counted(meeting, group):
    kind, gender, confidence = (np.array(meeting[name]) for name in ("kind", "gender", "confidence"))
    experience = np.array(meeting["experience"])
    quarter = np.searchsorted(np.quantile(experience, [0.25, 0.5, 0.75]), experience, side="right")
    band = np.digitize(confidence, [2.5, 3.5])
    columns = [*(kind == k for k in range(6)), *(gender == k for k in range(2)), *(quarter == k for k in range(4))]
    columns += [band == k for k in range(3)]
    weights = np.array([10] * 6 + [3] * 2 + [4] * 4 + [4] * 3)
    belongs = np.array(columns).T.astype(int)
    count = np.zeros((meeting["G"], belongs.shape[1]), int)
    np.add.at(count, group, belongs)
    return count, belongs.mean(0), weights


def _broken(meeting, group, *, count, groups):
    online, step_free = np.array(meeting["online"]), np.array(meeting["needs_stepfree"])
    is_online = np.isin(np.arange(groups), meeting["online_groups"])
    broken = int(np.abs(np.bincount(group, minlength=groups) - meeting["size"]).sum())
    broken += int((count[:, FACILITATOR] < 1).sum())
    broken += int(np.maximum(0, meeting["min_lay"] - count[:, LAY]).sum())
    broken += int((online != is_online[group]).sum()) if is_online.any() else 0
    broken += int((step_free & ~np.isin(group, meeting["stepfree_groups"])).sum())
    broken += sum(bool(group[i] == group[j]) for i, j in meeting["apart"])
    return broken + sum(bool(group[i] != group[j]) for i, j in meeting["together"])
