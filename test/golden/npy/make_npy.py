"""Writes the .npy and .npz files of this folder, with NumPy 2.4.6: python make_npy.py"""

import os

import numpy as np

os.chdir(os.path.dirname(os.path.abspath(__file__)))
matrix = np.arange(6.0).reshape(2, 3) / 4
np.save("float64.npy", matrix)
np.save("fortran.npy", np.asfortranarray(matrix))
np.save("number.npy", np.array(2.5))
np.save("big-endian.npy", matrix.astype(">f4"))
np.save("text.npy", np.array(["a", "b"]))
np.savez("parameters.npz", W1=matrix, y=np.array([3, -1]), mask=np.array([True, False]))
np.savez_compressed("compressed.npz", X=np.zeros((40, 30), dtype=np.uint8))
