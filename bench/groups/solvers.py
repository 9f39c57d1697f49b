"""How the peers are asked. Run by the Python of their own environment: a task as JSON comes in, a list of group numbers goes out."""

import json
import sys
import time


def cp_sat_meeting(task):
    """All hard wishes and the whole cost as an exact model, one worker."""
    from ortools.sat.python import cp_model

    meeting, model = task["meeting"], cp_model.CpModel()
    n, groups = meeting["n"], meeting["G"]
    sits = [[model.new_bool_var("") for _ in range(groups)] for _ in range(n)]
    for i in range(n):
        model.add_exactly_one(sits[i])
    for g in range(groups):
        model.add(sum(sits[i][g] for i in range(n)) == meeting["size"][g])
    _keep(model, meeting, sits)
    costs = [_balance(model, meeting, sits, column, g) for column in task["columns"] for g in range(groups)]
    for i, j, weight in task["pairs"]:
        together = model.new_bool_var("")
        for g in range(groups):
            model.add_bool_or([sits[i][g].negated(), sits[j][g].negated(), together])
        costs.append(weight * together)
    model.minimize(sum(costs))
    return _solved(model, sits, seconds=task["seconds"])


def _keep(model, meeting, sits):
    n, groups = meeting["n"], meeting["G"]
    for g in range(groups):
        model.add(sum(sits[i][g] for i in range(n) if meeting["kind"][i] == 5) >= 1)
        model.add(sum(sits[i][g] for i in range(n) if meeting["kind"][i] == 0) >= meeting["min_lay"])
        for i in range(n):
            elsewhere = meeting["online_groups"] and meeting["online"][i] != (g in meeting["online_groups"])
            if elsewhere or (meeting["needs_stepfree"][i] and g not in meeting["stepfree_groups"]):
                model.add(sits[i][g] == 0)
        for i, j in meeting["apart"]:
            model.add(sits[i][g] + sits[j][g] <= 1)
        for i, j in meeting["together"]:
            model.add(sits[i][g] == sits[j][g])


def _balance(model, meeting, sits, column, g):
    size, members = meeting["size"][g], column["members"]
    fair = size * len(members) / meeting["n"]
    prices = [round(column["weight"] * (many - fair) ** 2) for many in range(size + 1)]
    count, price = model.new_int_var(0, size, ""), model.new_int_var(0, max(prices), "")
    model.add(count == sum(sits[i][g] for i in members))
    model.add_element(count, prices, price)
    return price


def cp_sat_distances(task):
    """The maximally diverse grouping problem as an exact model, one worker."""
    from ortools.sat.python import cp_model

    model, table, sizes = cp_model.CpModel(), task["distances"], task["sizes"]
    n = len(table)
    sits = [[model.new_bool_var("") for _ in sizes] for _ in range(n)]
    for i in range(n):
        model.add_exactly_one(sits[i])
    for g, (least, most) in enumerate(sizes):
        model.add_linear_constraint(sum(sits[i][g] for i in range(n)), least, most)
    gains = []
    for i in range(n):
        for j in range(i):
            together = model.new_bool_var("")
            for g in range(len(sizes)):
                model.add(sits[i][g] - sits[j][g] <= 1 - together)
                model.add(sits[j][g] - sits[i][g] <= 1 - together)
            gains.append(round(1000 * table[i][j]) * together)
    model.maximize(sum(gains))
    return _solved(model, sits, seconds=task["seconds"])


def _solved(model, sits, *, seconds):
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return [next(g for g, seat in enumerate(row) if solver.value(seat)) for row in sits]


def anti_clustering(task):
    """The better of the package's annealing and tabu search, each with the number of iterations that fits the time."""
    import numpy as np
    from anti_clustering import SimulatedAnnealingHeuristicAntiClustering, TabuSearchHeuristicAntiClustering

    table, groups = np.array(task["distances"]), len(task["sizes"])
    found = []
    for search in (SimulatedAnnealingHeuristicAntiClustering, TabuSearchHeuristicAntiClustering):
        begun, spent = time.perf_counter(), []
        for iterations in (20, 220):  # the difference leaves out how long it takes to begin
            search(random_seed=task["seed"], iterations=iterations, restarts=1)._solve(table, groups)  # noqa: SLF001 -- takes a table
            spent.append(time.perf_counter() - begun - sum(spent))
        iterations = max(20, int(200 * task["seconds"] / max(1e-4, spent[1] - spent[0])))
        made = search(random_seed=task["seed"], iterations=iterations, restarts=1)._solve(table, groups)  # noqa: SLF001 -- takes a table
        found.append((float((table * made).sum()), made))
    best = max(found, key=lambda each: each[0])[1].astype(bool)
    numbers = {}
    firsts = [int(np.flatnonzero(best[i] | (np.arange(len(table)) == i))[0]) for i in range(len(table))]
    return [numbers.setdefault(first, len(numbers)) for first in firsts]


SOLVERS = {each.__name__: each for each in (cp_sat_meeting, cp_sat_distances, anti_clustering)}

if __name__ == "__main__":
    asked = json.load(sys.stdin)
    json.dump(SOLVERS[asked["solver"]](asked), sys.stdout)
