import { describe, expect, test } from "vitest";
import { assignment } from "../../../src/assignments/01-logistic-regression/assignment";
import { misconceptions } from "../../../src/assignments/01-logistic-regression/staff/misconceptions";
import * as solution from "../../../src/assignments/01-logistic-regression/staff/solution";
import { NDArray } from "../../../src/core/NDArray";
import { np } from "../../../src/np";
import { RandomState } from "../../../src/random/RandomState";
import golden from "../../golden/lr-vectors.json";
import { expectMisconceptionsNamed } from "../soundChecks";

interface Stored {
  shape: number[];
  data: number[];
}

type Inputs = Record<string, number | Stored>;

const fromGolden = (value: number | Stored) =>
  typeof value === "number" ? value : NDArray.fromData(value.data, value.shape);

/** The golden functions' Python names, and how to call ours with the same inputs. */
const calls: Record<string, (inputs: Inputs) => unknown> = {
  sigmoid: ({ z }) =>
    Array.isArray(z) ? { s: z.map((x) => solution.sigmoid(x)) } : { s: solution.sigmoid(fromGolden(z) as NDArray) },
  initialize_with_zeros: ({ dim }) => solution.initializeWithZeros(dim as number),
  propagate: (inputs) => solution.propagate(...data(inputs)),
  optimize: (inputs) =>
    solution.optimize(...data(inputs), inputs.num_iterations as number, inputs.learning_rate as number),
  predict: (inputs) => ({
    Y_prediction: solution.predict(...(data(inputs).slice(0, 3) as [NDArray, number, NDArray])),
  }),
};

function data({ w, b, X, Y = 0 }: Inputs): [NDArray, number, NDArray, NDArray] {
  return [fromGolden(w) as NDArray, b as number, fromGolden(X) as NDArray, fromGolden(Y) as NDArray];
}

function expectClose(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === "number") {
    const got = actual instanceof NDArray ? actual.item() : (actual as number);
    expect(Math.abs(got - expected), path).toBeLessThanOrEqual(1e-12 + 1e-9 * Math.abs(expected));
  } else if (Array.isArray(expected)) {
    expect((actual as unknown[]).length, path).toBe(expected.length);
    for (const [i, item] of expected.entries()) expectClose((actual as unknown[])[i], item, `${path}[${i}]`);
  } else if (actual instanceof NDArray) {
    expect([...actual.shape], path).toEqual((expected as Stored).shape);
    expectClose([...actual.toTypedArray()], (expected as Stored).data, path);
  } else {
    for (const [key, item] of Object.entries(expected as object)) {
      expectClose((actual as Record<string, unknown>)[key], item, `${path}.${key}`);
    }
  }
}

describe("the solution", () => {
  test.each(golden.vectors.map((vector) => [vector.id, vector] as const))(
    "gives the golden outputs of %s",
    (_id, vector) => {
      expectClose(calls[vector.function](vector.inputs as unknown as Inputs), vector.outputs, vector.id);
    },
  );

  test("gives a number for a number", () => {
    expect(solution.sigmoid(0)).toBe(0.5);
  });

  test("has the gradients that finite differences measure", () => {
    const random = new RandomState(4);
    const [n, m, step] = [4, 7, 1e-5];
    const [w, b, X] = [random.randn(n, 1), 0.3, random.randn(n, m)];
    const Y = np.greater(random.rand(1, m), 0.5);
    const { grads } = solution.propagate(w, b, X, Y);
    const slope = (cost: (change: number) => number) => (cost(step) - cost(-step)) / (2 * step);
    expect(slope((change) => solution.propagate(w, b + change, X, Y).cost)).toBeCloseTo(grads.db, 8);
    for (let i = 0; i < n; i++) {
      const shifted = (change: number) => np.add(w, np.multiply(np.eye(n).slice(":", `${i}:${i + 1}`), change));
      expect(slope((change) => solution.propagate(shifted(change), b, X, Y).cost)).toBeCloseTo(grads.dw.at(i, 0), 8);
    }
  });

  test("leaves the weights it starts from as they were", () => {
    const w = np.array([[1], [2]]);
    solution.optimize(w, 0, np.eye(2), np.array([[0, 1]]), 5, 0.1);
    expect(w.tolist()).toEqual([[1], [2]]);
  });
});

describe("the golden mistakes are ours too", () => {
  const implementation = (id: string) =>
    misconceptions.find((each) => each.id === id)?.implementation as (...args: unknown[]) => never;
  const inputsOf = (vector: string) => golden.vectors.find(({ id }) => id === vector)?.inputs as unknown as Inputs;

  test("dw without X", () => {
    const { wrongOutput, vector } = golden.mistakes.find(({ id }) => id === "lr-dw-without-X") as never as {
      vector: string;
      wrongOutput: { dw: Stored };
    };
    const { grads } = implementation("lr-dw-without-X")(...data(inputsOf(vector))) as { grads: { dw: NDArray } };
    expectClose(grads.dw, wrongOutput.dw, "dw");
  });

  test("costs at all iterations but the multiples of 100", () => {
    const { costs } = implementation("lr-costs-modulo")(...data(inputsOf("lr.optimize.v3")), 100, 0.009) as {
      costs: number[];
    };
    expect(costs.length).toBe(99);
    expectClose(costs.slice(0, 3), [5.952823840401979, 5.905583558011829, 5.858343973136044], "costs");
  });
});

describe("the assignment", () => {
  test("names every misconception in each check that it fails, whatever the seed", () =>
    // A probability of exactly 0.5 takes an input made for it.
    expectMisconceptionsNamed(assignment, ["lr-threshold-inclusive"]));
});
