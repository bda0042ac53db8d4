"""Writes items.json: what SciPy gives for the figures of items that test/graders/gradebook/itemFigures.test.ts compares.

Run with NumPy and SciPy 1.17: python make_scipy_fixtures.py

A case is {"name", "maxPoints": {item: most}, "scores": {item: [points, learner by learner]}, "facility": {item: share},
"itemRest": {item: r}}. An r is null where SciPy says that it is not defined.
"""

import json
import os
import warnings

import numpy as np
from scipy.stats import pearsonr

here = os.path.dirname(os.path.abspath(__file__))
random = np.random.RandomState(22)


def item_rest(points, rest):
    if len(points) < 2:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        r = pearsonr(points, rest).statistic
    return None if np.isnan(r) else float(r)


def case(name, most, scores):
    names = sorted(scores)
    table = np.array([scores[item] for item in names], dtype=float)
    rest = {item: np.round(np.delete(table, i, 0).sum(0), 6) for i, item in enumerate(names)}
    learners = table.shape[1] if table.ndim == 2 else 0
    return {
        "name": name,
        "maxPoints": most,
        "scores": scores,
        "facility": {item: float(np.mean(np.array(scores[item]) / most[item])) for item in names if learners},
        "itemRest": {item: item_rest(np.array(scores[item], dtype=float), rest[item]) for item in names if learners},
    }


def drawn(learners, steps):
    """Points in so many steps that follow an ability, so that items go together more or less."""
    ability = random.randn(learners)
    most = {"a": 10, "b": 25, "c": 7.5, "d": 40, "e": 3}
    scores = {}
    for i, (item, points) in enumerate(most.items()):
        share = 1 / (1 + np.exp(-(ability * (1.6 - 0.5 * i) + random.randn(learners) - 0.5)))
        scores[item] = [float(x) for x in np.round(np.round(share * steps) / steps * points, 3)]
    return most, scores


cases = [
    case("a class", *drawn(40, 1000)),
    case("a large class", *drawn(300, 17)),
    case("ties: all or nothing", *drawn(25, 1)),
    case("two learners", {"f": 10, "g": 10}, {"f": [3, 10], "g": [9, 4]}),
    case("one learner", {"f": 10, "g": 10}, {"f": [3], "g": [9]}),
    case("an item that everybody has right", {"f": 10, "g": 10}, {"f": [10, 10, 10, 10], "g": [1, 5, 5, 10]}),
    case("everybody the same", {"f": 10, "g": 10}, {"f": [4, 4, 4], "g": [6, 6, 6]}),
    case("one item", {"f": 10}, {"f": [1, 2, 3]}),
    case("a rest that is the same", {"f": 1, "g": 1, "h": 1}, {"f": [1, 0, 1], "g": [0.1, 0.7, 0.3], "h": [0.7, 0.1, 0.5]}),
    case("against the others", {"f": 10, "g": 10}, {"f": [0, 2.5, 5, 10], "g": [10, 7.5, 5, 0]}),
    case("nobody", {}, {}),
]

with open(os.path.join(here, "items.json"), "w") as file:
    json.dump(cases, file, separators=(",", ":"))
    file.write("\n")
