"""Writes cats.h5: three made-up images in the layout of the course's cat pictures. Needs NumPy and h5py."""

import os

import h5py
import numpy as np

here = os.path.dirname(os.path.abspath(__file__))
with h5py.File(os.path.join(here, "cats.h5"), "w") as file:
    file["train_set_x"] = (np.arange(3 * 4 * 4 * 3) % 256).astype(np.uint8).reshape(3, 4, 4, 3)
    file["train_set_y"] = np.array([0, 1, 1], dtype=np.int64)
    file["list_classes"] = np.array([b"non-cat", b"cat"])
