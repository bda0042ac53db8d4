"""What the checks of the Python notebook call: the comparison of src/check/compare.ts, on values as in wire.ts."""

import copy
import json

import numpy as np


def check(function, arguments, expected, rtol, atol):
    """Calls `function` and raises AssertionError unless it returns what is expected and leaves its arguments alone."""
    given = decode(json.loads(arguments))
    kept = copy.deepcopy(given)
    compare(function(*given), decode(json.loads(expected)), rtol, atol, "")
    compare(given, kept, 0, 0, "argument ")


def decode(value):
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$array" in value:
        array = value["$array"]
        return np.array([float(x) for x in array["data"]]).reshape(array["shape"])
    if "$number" in value:
        return float(value["$number"])
    return {key: decode(item) for key, item in value.items()}


def compare(got, expected, rtol, atol, path):
    if isinstance(expected, dict):
        assert isinstance(got, dict), f"{path}: expected a dictionary, got {type(got).__name__}"
        assert got.keys() == expected.keys(), f"{path}: expected {sorted(expected)}, got {sorted(got)}"
        for key in expected:
            compare(got[key], expected[key], rtol, atol, f"{path}.{key}")
    elif isinstance(expected, list):
        assert isinstance(got, list), f"{path}: expected a list, got {type(got).__name__}"
        assert len(got) == len(expected), f"{path}: expected {len(expected)} entries, got {len(got)}"
        for i, item in enumerate(expected):
            compare(got[i], item, rtol, atol, f"{path}[{i}]")
    else:
        compare_numbers(np.asarray(got), np.asarray(expected), rtol, atol, path)


def compare_numbers(got, expected, rtol, atol, path):
    assert got.shape == expected.shape, f"{path}: expected shape {expected.shape}, got {got.shape}"
    assert np.all(np.isfinite(got)), f"{path}: not every number is finite"
    close = np.abs(got - expected) <= atol + rtol * np.abs(expected)
    assert np.all(close), f"{path}: {np.sum(~close)} of {close.size} numbers differ"
