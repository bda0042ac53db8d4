"""Arrays and numbers as the fixtures made from real NumPy hold them; see make_numpy_fixtures.py for the form."""

import numpy as np


class Array:
    """An argument: the data and the steps of its view, in NumPy and in JSON."""

    def __init__(self, value, *view):
        self.base = np.array(value, dtype=float)
        self.view = view
        self.value = self.base
        for kind, *indices in view:
            self.value = self.value.T if kind == "T" else self.value[tuple(map(index, indices))]

    def json(self):
        encoded = array(self.base)
        return {**encoded, "view": [list(step) for step in self.view]} if self.view else encoded


def index(text):
    if not isinstance(text, str):
        return text
    return slice(*[int(part) if part else None for part in text.split(":")])


def number(x):
    x = float(x)
    if np.isfinite(x):
        return -0.0 if x == 0 and np.signbit(x) else (int(x) if x == int(x) and abs(x) < 2**53 else x)
    return "nan" if np.isnan(x) else "inf" if x > 0 else "-inf"


def array(a):
    return {"shape": list(a.shape), "data": [number(x) for x in np.asarray(a, dtype=float).ravel()]}
