"""Writes two MATLAB files in the layout of the course's football pitch, with made-up points. Needs NumPy and SciPy."""

import os

import numpy as np
from scipy.io import savemat

here = os.path.dirname(os.path.abspath(__file__))
arrays = {
    "X": np.arange(10).reshape(5, 2) / 4 - 0.5,
    "y": np.array([[0], [1], [1], [0], [1]], dtype=np.uint8),
    "Xval": np.arange(6, dtype=np.float32).reshape(3, 2),
    "big": np.arange(24, dtype=np.int16).reshape(2, 3, 4) - 12,
    "note": "text is left out",
    "cells": np.array([1, "a"], dtype=object),
}
savemat(os.path.join(here, "football.mat"), arrays, do_compression=True)
savemat(os.path.join(here, "plain.mat"), arrays)
savemat(os.path.join(here, "complex.mat"), {"z": np.array([1 + 2j])})

# All four arrays that the course's file has: two clouds that a straight line separates.
random = np.random.RandomState(1)


def clouds(m):
    y = np.arange(m).reshape(m, 1) % 2
    return random.randn(m, 2) / 2 + 2 * y - 1, y.astype(np.uint8)


X, y = clouds(20)
Xval, yval = clouds(10)
pitch = {"X": X, "y": y, "Xval": Xval, "yval": yval}
savemat(os.path.join(here, "pitch.mat"), pitch, do_compression=True)
