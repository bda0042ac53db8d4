# Assignment 2 in Python, solved: the functions of src/assignments/02-shallow-network/staff/solution.ts, one a cell.
# %% sigmoid
import numpy as np


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


# %% layer_sizes
def layer_sizes(X, Y):
    # BEGIN SOLUTION
    return {"nX": X.shape[0], "nH": 4, "nY": Y.shape[0]}
    # END SOLUTION


# %% initialize_parameters
def initialize_parameters(nX, nH, nY):
    # BEGIN SOLUTION
    np.random.seed(2)
    W1 = np.random.randn(nH, nX) * 0.01
    W2 = np.random.randn(nY, nH) * 0.01
    return {"W1": W1, "b1": np.zeros((nH, 1)), "W2": W2, "b2": np.zeros((nY, 1))}
    # END SOLUTION


# %% forward_propagation
def forward_propagation(X, parameters):
    # BEGIN SOLUTION
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = sigmoid(Z2)
    return {"A2": A2, "cache": {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}}
    # END SOLUTION


# %% compute_cost
def compute_cost(A2, Y, parameters):
    # BEGIN SOLUTION
    m = Y.shape[1]
    log_likelihood = Y * np.log(A2) + (1 - Y) * np.log(1 - A2)
    return -np.sum(log_likelihood) / m
    # END SOLUTION


# %% backward_propagation
def backward_propagation(parameters, cache, X, Y):
    # BEGIN SOLUTION
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - np.square(A1))
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
    # END SOLUTION


# %% update_parameters
def update_parameters(parameters, grads, learning_rate=1.2):
    # BEGIN SOLUTION
    return {name: parameters[name] - learning_rate * grads["d" + name] for name in ("W1", "b1", "W2", "b2")}
    # END SOLUTION


# %% nn_model
def nn_model(X, Y, nH, num_iterations=10000, learning_rate=1.2, print_cost=False):
    # BEGIN SOLUTION
    sizes = layer_sizes(X, Y)
    parameters = initialize_parameters(sizes["nX"], nH, sizes["nY"])
    costs = []
    for i in range(num_iterations):
        forward = forward_propagation(X, parameters)
        if i % 10 == 0:
            cost = compute_cost(forward["A2"], Y, parameters)
            costs.append(cost)
            if print_cost and i % 1000 == 0:
                print(f"Cost after iteration {i}: {cost}")
        grads = backward_propagation(parameters, forward["cache"], X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return {"parameters": parameters, "costs": costs}
    # END SOLUTION


# %% predict
def predict(parameters, X):
    # BEGIN SOLUTION
    return (forward_propagation(X, parameters)["A2"] > 0.5).astype(float)
    # END SOLUTION
