// The lesson of assignment 0 in percent format: `nablab build` makes the notebook from it. A cell starts with a line
// `// %%` (code), `// %% [markdown]` (text, with $…$ for formulas) or `// %% [graded] name` (the cell in which the learner
// writes that function: it comes from staff/solution.ts). A cell with the function's check follows each graded one.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.

// %% [markdown]
// # Title of the assignment
//
// Say here what the learner is going to build, and why it is worth it. Then teach in small steps: some text, a formula, an
// experiment, an exercise.
//
// You write two short functions. Below each one, `check` tells you at once whether it is right, and if not, why.
// Replace the line `throw new NotImplemented(…)` by your code, and run the cell with Shift+Enter.

// %%
import { check, type NDArray, NotImplemented, np, plot, ready, useAssignment } from "nablab";

useAssignment("template");

// %% [markdown]
// ## The data
//
// Forty points near the line $y = 2x - 1$. Examples are columns: $X$ has shape $(1, m)$, and so has $Y$.

// %%
np.random.seed(1);
const X = np.random.randn(1, 40);
const Y = np.add(np.subtract(np.multiply(2, X), 1), np.multiply(0.3, np.random.randn(1, 40)));

plot.scatter(np.vstack([X, Y]), undefined, { title: "The data", xLabel: "x", yLabel: "y", height: 300 });

// %% [markdown]
// ## A prediction
//
// A line predicts all examples at once, without a loop:
//
// $$\hat Y = w^T X + b$$
//
// ### Exercise 1: predictLine

// %% [graded] predictLine

// %%
check({ predictLine });

// %% [markdown]
// ## Which way to go
//
// The cost $J = \frac{1}{2m} \sum (\hat y^{(i)} - y^{(i)})^2$ falls fastest against its gradients:
//
// $$\frac{\partial J}{\partial w} = \frac{1}{m} X (\hat Y - Y)^T, \qquad
// \frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^{m} \bigl(\hat y^{(i)} - y^{(i)}\bigr)$$
//
// ### Exercise 2: lineGradients

// %% [graded] lineGradients

// %%
check({ lineGradients });

// %% [markdown]
// ## It learns
//
// What needs the learner's functions waits for them: `ready` says so in one line, and "Run All" goes on.

// %%
if (ready("predictLine", "lineGradients")) {
  let [w, b] = [np.zeros([1, 1]), 0];
  for (let i = 0; i < 200; i++) {
    const { dw, db } = lineGradients(w, b, X, Y);
    w = np.subtract(w, np.multiply(0.1, dw));
    b -= 0.1 * db;
  }
  console.log(`y = ${w.item().toFixed(2)} x + ${b.toFixed(2)}`);
}
