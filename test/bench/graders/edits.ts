/** Text in the body of a graded function, and what a student might have written instead. */
export interface Edit {
  function: string;
  from: string;
  to: string;
}

const scaled = (name: string, sizes: string) => `const ${name} = np.multiply(np.random.randn(${sizes}), 0.01);`;

/** By assignment: misconceptions that take a small change (common ones more than once), and other correct solutions. */
export const edits: Readonly<Record<string, readonly Edit[]>> = {
  "logistic-regression": [
    { function: "sigmoid", from: "np.exp(np.negative(z))", to: "np.exp(z)" },
    { function: "sigmoid", from: "np.divide(1, np.add(1, np.exp(np.negative(z))))", to: "np.tanh(z)" },
    { function: "initializeWithZeros", from: "np.zeros([dim, 1])", to: "np.zeros(dim)" },
    { function: "initializeWithZeros", from: "np.zeros([dim, 1])", to: "np.zeros([1, dim])" },
    { function: "initializeWithZeros", from: "np.zeros([dim, 1])", to: "np.ones([dim, 1])" },
    { function: "propagate", from: "np.sum(dZ) / m", to: "np.sum(dZ)" },
    { function: "propagate", from: "np.sum(dZ) / m", to: "np.sum(dZ)" },
    { function: "propagate", from: "np.divide(np.dot(X, dZ.T), m)", to: "np.dot(X, dZ.T)" },
    { function: "propagate", from: "-np.sum(logLikelihood) / m", to: "-np.sum(logLikelihood)" },
    { function: "propagate", from: "-np.sum(logLikelihood) / m", to: "np.sum(logLikelihood) / m" },
    { function: "propagate", from: "X.shape[1]", to: "X.shape[0]" },
    { function: "propagate", from: "np.subtract(A, Y)", to: "np.subtract(Y, A)" },
    { function: "propagate", from: "np.sum(dZ) / m", to: "np.mean(dZ)" },
    { function: "optimize", from: "i % 100 === 0", to: "i % 100" },
    { function: "optimize", from: "i % 100 === 0", to: "i % 100 === 0 && i > 0" },
    { function: "optimize", from: "b = b - learningRate * grads.db;", to: "" },
    { function: "optimize", from: "np.subtract(w, np.multiply(learningRate, grads.dw))", to: "w.subtract(grads.dw)" },
    { function: "predict", from: "np.greater(A, 0.5)", to: "A" },
    { function: "predict", from: "np.greater(A, 0.5)", to: "np.greaterEqual(A, 0.5)" },
    { function: "predict", from: "np.greater(A, 0.5)", to: "np.where(np.greater(A, 0.5), 1, 0)" },
    { function: "model", from: "predict(w, b, XTest)", to: "predict(w, b, XTrain)" },
  ],
  "shallow-network": [
    { function: "layerSizes", from: "nX: X.shape[0]", to: "nX: X.shape[1]" },
    { function: "initializeParameters", from: scaled("W1", "nH, nX"), to: "const W1 = np.random.randn(nH, nX);" },
    { function: "initializeParameters", from: "np.random.randn(nY, nH)", to: "np.random.rand(nY, nH)" },
    { function: "initializeParameters", from: "np.zeros([nH, 1])", to: "np.zeros(nH)" },
    { function: "forwardPropagation", from: "np.tanh(Z1)", to: "sigmoid(Z1)" },
    { function: "forwardPropagation", from: "np.tanh(Z1)", to: "np.maximum(Z1, 0)" },
    { function: "forwardPropagation", from: "const A2 = sigmoid(Z2)", to: "const A2 = np.tanh(Z2)" },
    { function: "computeCost", from: "-np.sum(logLikelihood) / m", to: "-np.sum(logLikelihood)" },
    { function: "computeCost", from: "-np.sum(logLikelihood) / m", to: "-np.sum(np.multiply(Y, np.log(A2)))" },
    { function: "computeCost", from: "-np.sum(logLikelihood) / m", to: "-np.mean(logLikelihood)" },
    { function: "backwardPropagation", from: "np.divide(np.sum(dZ2, 1, true), m)", to: "np.sum(dZ2, 1, true)" },
    { function: "backwardPropagation", from: "np.divide(np.sum(dZ2, 1, true), m)", to: "np.sum(dZ2, 1, true)" },
    { function: "backwardPropagation", from: "np.divide(np.sum(dZ1, 1, true), m)", to: "np.mean(dZ1, 1, true)" },
    { function: "backwardPropagation", from: "np.square(A1)", to: "A1" },
    {
      function: "backwardPropagation",
      from: "np.subtract(1, np.square(A1))",
      to: "np.multiply(A1, np.subtract(1, A1))",
    },
    { function: "backwardPropagation", from: "const m = X.shape[1]", to: "const m = X.shape[0]" },
    { function: "updateParameters", from: "np.subtract(theta", to: "np.add(theta" },
    { function: "updateParameters", from: "np.multiply(learningRate, gradient)", to: "gradient" },
    { function: "nnModel", from: "if (i % 10 === 0)", to: "if (i % 10)" },
    { function: "nnModel", from: "if (i % 10 === 0)", to: "if (i % 1000 === 0)" },
    { function: "predict", from: "np.greater(A2, 0.5)", to: "A2" },
    { function: "predict", from: "np.greater(A2, 0.5)", to: "np.where(np.greater(A2, 0.5), 1, 0)" },
  ],
};
