"""Writes train_catvnoncat.h5 and test_catvnoncat.h5: made-up pictures of 2 x 2 pixels in the layout of the course's
cat pictures. "Cats" are bright in red, the others in blue. Needs NumPy and h5py."""

import os

import h5py
import numpy as np

here = os.path.dirname(os.path.abspath(__file__))
random = np.random.RandomState(1)
for name, m in (("train", 20), ("test", 10)):
    labels = np.arange(m) % 2
    images = random.randint(0, 100, (m, 2, 2, 3))
    images[labels == 1, :, :, 0] += 155
    images[labels == 0, :, :, 2] += 155
    with h5py.File(os.path.join(here, f"{name}_catvnoncat.h5"), "w") as file:
        file[f"{name}_set_x"] = images.astype(np.uint8)
        file[f"{name}_set_y"] = labels.astype(np.int64)
        file["list_classes"] = np.array([b"non-cat", b"cat"])
