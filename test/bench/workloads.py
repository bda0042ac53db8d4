"""The workloads of workloads.ts with NumPy: python workloads.py <name> prints milliseconds."""

import sys
import time

import numpy as np

from cnn import mnist, train_cnn

np.seterr(all="ignore")


def timed(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def fastest(rounds, work):
    return min(timed(work) for _ in range(rounds))


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def cross_entropy(A, Y):
    return -np.sum(np.log(A) * Y + np.log(1 - A) * (1 - Y))


def flower():
    np.random.seed(1)
    X, Y = np.zeros((400, 2)), np.zeros((400, 1))
    for label in range(2):
        rows = range(200 * label, 200 * (label + 1))
        t = np.linspace(label * 3.12, (label + 1) * 3.12, 200) + np.random.randn(200) * 0.2
        r = 4 * np.sin(4 * t) + np.random.randn(200) * 0.2
        X[rows] = np.c_[r * np.sin(t), r * np.cos(t)]
        Y[rows] = label
    return X.T.copy(), Y.T.copy()


def train_shallow(X, Y, hidden, iterations):
    m = Y.shape[1]
    np.random.seed(2)
    W1, b1 = np.random.randn(hidden, X.shape[0]) * 0.01, np.zeros((hidden, 1))
    W2, b2 = np.random.randn(1, hidden) * 0.01, np.zeros((1, 1))
    for _ in range(iterations):
        A1 = np.tanh(np.dot(W1, X) + b1)
        A2 = sigmoid(np.dot(W2, A1) + b2)
        cost = cross_entropy(A2, Y) / m
        dZ2 = A2 - Y
        dZ1 = np.dot(W2.T, dZ2) * (1 - np.power(A1, 2))
        W2 = W2 - 1.2 * (np.dot(dZ2, A1.T) / m)
        b2 = b2 - 1.2 * (np.sum(dZ2, axis=1, keepdims=True) / m)
        W1 = W1 - 1.2 * (np.dot(dZ1, X.T) / m)
        b1 = b1 - 1.2 * (np.sum(dZ1, axis=1, keepdims=True) / m)
    return cost


def initialize(sizes, seed):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(sizes)):
        parameters[f"W{l}"] = np.random.randn(sizes[l], sizes[l - 1]) * np.sqrt(2 / sizes[l - 1])
        parameters[f"b{l}"] = np.zeros((sizes[l], 1))
    return parameters


def forward(X, parameters, layers):
    activations = [X]
    for l in range(1, layers + 1):
        Z = np.dot(parameters[f"W{l}"], activations[l - 1]) + parameters[f"b{l}"]
        activations.append(sigmoid(Z) if l == layers else np.maximum(0, Z))
    return activations


def backward(activations, Y, parameters, layers):
    m = Y.shape[1]
    gradients = {}
    dZ = activations[layers] - Y
    for l in range(layers, 0, -1):
        gradients[f"W{l}"] = np.dot(dZ, activations[l - 1].T) / m
        gradients[f"b{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dZ = np.dot(parameters[f"W{l}"].T, dZ) * (activations[l - 1] > 0)
    return gradients


def train_deep(X, Y, sizes, iterations, rate):
    layers = len(sizes) - 1
    parameters = initialize(sizes, 1)
    for _ in range(iterations):
        activations = forward(X, parameters, layers)
        cost = cross_entropy(activations[layers], Y) / Y.shape[1]
        gradients = backward(activations, Y, parameters, layers)
        for key in gradients:
            parameters[key] = parameters[key] - rate * gradients[key]
    return cost


def train_adam(X, Y, sizes, epochs, rate):
    layers, m, t = len(sizes) - 1, Y.shape[1], 0
    parameters = initialize(sizes, 3)
    v = {key: np.zeros_like(p) for key, p in parameters.items()}
    s = {key: np.zeros_like(p) for key, p in parameters.items()}
    for epoch in range(epochs):
        np.random.seed(10 + epoch)
        order = np.random.permutation(m)
        shuffled_x, shuffled_y = X[:, order], Y[:, order]
        cost = 0
        for start in range(0, m, 64):
            batch_x, batch_y = shuffled_x[:, start : start + 64], shuffled_y[:, start : start + 64]
            activations = forward(batch_x, parameters, layers)
            cost += cross_entropy(activations[layers], batch_y)
            gradients = backward(activations, batch_y, parameters, layers)
            t += 1
            for key in parameters:
                v[key] = 0.9 * v[key] + 0.1 * gradients[key]
                s[key] = 0.999 * s[key] + 0.001 * np.power(gradients[key], 2)
                v_corrected, s_corrected = v[key] / (1 - 0.9**t), s[key] / (1 - 0.999**t)
                parameters[key] = parameters[key] - rate * (v_corrected / (np.sqrt(s_corrected) + 1e-8))
    return cost / m


def moons():
    random = np.random.RandomState(3)
    angles = np.linspace(0, np.pi, 150)
    X = np.r_[np.c_[np.cos(angles), np.sin(angles)], np.c_[1 - np.cos(angles), 0.5 - np.sin(angles)]]
    Y = np.r_[np.zeros(150), np.ones(150)]
    order = random.permutation(300)
    return (X[order] + random.normal(scale=0.2, size=(300, 2))).T.copy(), Y[order].reshape(1, -1)


def convolution():
    """The four loops of convForward as the course writes them."""
    random = np.random.RandomState(0)
    X, W, b = random.randn(10, 28, 28, 8), random.randn(3, 3, 8, 16), np.zeros((1, 1, 1, 16))

    def single_step(window, weights, bias):
        return np.sum(window * weights) + float(bias[0, 0, 0])

    def loops():
        Z = np.zeros((10, 26, 26, 16))
        for i in range(10):
            image = X[i]
            for h in range(26):
                for w in range(26):
                    for c in range(16):
                        window = image[h : h + 3, w : w + 3, :]
                        Z[i, h, w, c] = single_step(window, W[:, :, :, c], b[:, :, :, c])

    return timed(loops)


def explicit_loop(a, b):
    total = 0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total


def images():
    random = np.random.RandomState(0)
    return random.rand(12288, 209), (random.rand(1, 209) > 0.5).astype(float)


def pair(*shape):
    random = np.random.RandomState(0)
    return random.rand(*shape), random.rand(*shape)


def measure(name):
    if name.startswith("convForward"):
        return convolution()
    if name.startswith("flower"):
        X, Y = flower()
        return timed(lambda: train_shallow(X, Y, 4, 10000))
    if name.startswith("moons"):
        X, Y = moons()
        return timed(lambda: train_adam(X, Y, [2, 5, 2, 1], 10000, 0.0007))
    if name.startswith("small CNN"):
        digits, labels = mnist(7000)
        return timed(lambda: train_cnn(digits, labels))
    if name.startswith("12288"):
        X, Y = images()
        return timed(lambda: train_deep(X, Y, [12288, 20, 7, 5, 1], 50, 0.0075))
    if name.startswith("np.random.randn"):
        random = np.random.RandomState(0)
        return fastest(5, lambda: random.randn(1000000))
    if name.startswith("np.dot of 512 x 512 matrices"):
        a, b = pair(512, 512)
        return fastest(200, lambda: np.dot(a, b))
    a, b = pair(1000000)
    if name == "np.dot of a million":
        return fastest(200, lambda: np.dot(a, b))
    return timed(lambda: explicit_loop(a, b))


print(measure(sys.argv[1]))
