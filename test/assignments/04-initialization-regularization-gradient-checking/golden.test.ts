import { describe, expect, test } from "vitest";
import { misconceptions } from "../../../src/assignments/04-initialization-regularization-gradient-checking/staff/misconceptions";
import * as solution from "../../../src/assignments/04-initialization-regularization-gradient-checking/staff/solution";
import type { AnyFunction } from "../../../src/check/contract";
import { NDArray } from "../../../src/core/NDArray";
import { np } from "../../../src/np";
import gradientChecking from "../../golden/gc-vectors.json";
import mistakes from "../../golden/init-mistakes.json";
import models from "../../golden/init-models.json";
import initialization from "../../golden/init-vectors.json";
import regularization from "../../golden/reg-vectors.json";
import { trainCircles } from "../../reproduce/initialization";

interface Stored {
  shape: number[];
  data: number[];
}

type Given = number | string | Stored | number[] | { [key: string]: Given };
type Inputs = Record<string, Given>;

interface Vector {
  id: string;
  inputs: Inputs;
  outputs: Inputs;
  tolerance: { abs: number; rel: number };
}

const vectors = [...initialization, ...regularization, ...gradientChecking] as unknown as Vector[];
const vector = (id: string) => vectors.find((each) => each.id === id) as Vector;

function decode(value: Given): unknown {
  if (typeof value !== "object" || Array.isArray(value)) return value;
  if (isStored(value)) return NDArray.fromData(value.data, value.shape);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
}

const isStored = (value: object): value is Stored => "shape" in value && "data" in value;

function expectClose(actual: unknown, expected: unknown, { abs, rel }: Vector["tolerance"], path: string): void {
  if (expected instanceof NDArray) {
    expect([...(actual as NDArray).shape], path).toEqual([...expected.shape]);
    for (const [i, value] of expected.toTypedArray().entries()) {
      expectClose((actual as NDArray).toTypedArray()[i], value, { abs, rel }, `${path}[${i}]`);
    }
  } else if (typeof expected === "number") {
    expect(Math.abs((actual as number) - expected), path).toBeLessThanOrEqual(abs + rel * Math.abs(expected));
  } else {
    expect(Object.keys(actual as object).sort(), path).toEqual(Object.keys(expected as object).sort());
    for (const [key, item] of Object.entries(expected as object)) {
      expectClose((actual as Record<string, unknown>)[key], item, { abs, rel }, `${path}.${key}`);
    }
  }
}

/** Our function for a vector, the vector's inputs in its order, and what of its outputs our function returns. */
const calls: Record<string, { ours: AnyFunction; inputs: string[]; result?: string }> = {
  "init.zeros.3-2-1": { ours: solution.initializeParametersZeros, inputs: ["layers_dims"] },
  "init.random.3-2-1": { ours: solution.initializeParametersRandom, inputs: ["layers_dims"] },
  "init.he.2-4-1": { ours: solution.initializeParametersHe, inputs: ["layers_dims"] },
  "reg.compute_cost_with_regularization.course": {
    ours: solution.computeCostWithRegularization,
    inputs: ["A3", "Y", "parameters", "lambd"],
    result: "cost",
  },
  "reg.backward_propagation_with_regularization.course": {
    ours: solution.backwardPropagationWithRegularization,
    inputs: ["X", "Y", "cache", "lambd"],
  },
  "reg.forward_propagation_with_dropout.course": {
    ours: solution.forwardPropagationWithDropout,
    inputs: ["X", "parameters", "keep_prob"],
  },
  "reg.backward_propagation_with_dropout.course": {
    ours: solution.backwardPropagationWithDropout,
    inputs: ["X", "Y", "cache", "keep_prob"],
  },
  "gc.forward_propagation_n.course": { ours: solution.forwardPropagationN, inputs: ["X", "Y", "parameters"] },
  "gc.backward_propagation_n.course": { ours: solution.backwardPropagationN, inputs: ["X", "Y", "cache"] },
  "gc.gradient_check_n.planted": {
    ours: solution.gradientCheckN,
    inputs: ["parameters", "gradients", "X", "Y", "epsilon"],
    result: "difference",
  },
  "gc.gradient_check_n.corrected": {
    ours: solution.gradientCheckN,
    inputs: ["parameters", "gradients", "X", "Y", "epsilon"],
    result: "difference",
  },
};

/** Calls the function of a vector, or another in its place, with the vector's inputs. */
function callWith(id: string, instead?: AnyFunction): unknown {
  const { ours, inputs } = calls[id];
  return (instead ?? ours)(...inputs.map((name) => decode(vector(id).inputs[name])));
}

function expectGolden(id: string, instead?: AnyFunction): void {
  const { outputs, tolerance } = vector(id);
  const { result } = calls[id];
  expectClose(callWith(id, instead), decode(result ? outputs[result] : outputs), tolerance, id);
}

const variant = (id: string) => misconceptions.find((each) => each.id === id)?.implementation as AnyFunction;

test.each(Object.keys(calls))("the golden vector %s holds", (id) => expectGolden(id));

test("every golden vector of a graded function is among them", () => {
  const ungraded = ["gc.forward_1d.course", "gc.backward_1d.course", "gc.gradient_check_1d.course"];
  const handedOut = "gc.backward_propagation_n.asHandedOut";
  expect(vectors.map(({ id }) => id).sort()).toEqual([...Object.keys(calls), ...ungraded, handedOut].sort());
});

describe("the golden mistakes are ours too", () => {
  const wrongOutput = (id: string) => mistakes.find((each) => each.id === id)?.wrongOutput as unknown as Inputs;
  const close = { abs: 1e-8, rel: 0 };

  test("the pass backward as it is handed out", () => {
    const { outputs, tolerance } = vector("gc.backward_propagation_n.asHandedOut");
    const actual = callWith("gc.backward_propagation_n.course", variant("gc-as-handed-out"));
    expectClose(actual, decode(outputs), tolerance, "handed out");
  });

  test.each([
    ["gc-dW2-doubled", "dW2"],
    ["gc-db1-times-4", "db1"],
  ])("%s", (id, name) => {
    const actual = callWith("gc.backward_propagation_n.course", variant(id)) as Record<string, NDArray>;
    expectClose(actual[name], decode(wrongOutput(id)[name]), close, id);
  });

  test("masks from the normal distribution", () => {
    const actual = callWith("reg.forward_propagation_with_dropout.course", variant("dropout-randn")) as {
      A3: NDArray;
      cache: Record<string, NDArray>;
    };
    const { A3, D1, D2 } = wrongOutput("dropout-randn");
    expectClose([actual.A3, actual.cache.D1, actual.cache.D2], [decode(A3), decode(D1), decode(D2)], close, "randn");
  });

  test("an ε that is overwritten, for right gradients and for wrong ones", () => {
    const wrong = wrongOutput("gc-epsilon-overwritten");
    const check = variant("gc-epsilon-overwritten");
    const right = callWith("gc.gradient_check_n.corrected", check);
    expectClose(right, wrong["difference with correct gradients"], { abs: 1e-9, rel: 0 }, "right gradients");
    const planted = callWith("gc.gradient_check_n.planted", check);
    expectClose(planted, wrong["difference with the planted errors"], close, "planted errors");
  });

  test("θ⁻ from θ⁺", () => {
    const difference = callWith("gc.gradient_check_n.corrected", variant("gc-minus-from-plus"));
    // Half of the digits of a one-sided difference are rounding, and the order of the sums decides about those.
    expectClose(difference, wrongOutput("published-gc-minus-from-plus").difference, { abs: 1e-7, rel: 0 }, "1/3");
  });

  test("division by the variance", () => {
    const row = np.array([[1, 3, 5, 7]]);
    const { XTrain } = variant("normalize-by-variance")(row, row) as { XTrain: NDArray };
    expectClose(XTrain.reshape(4), decode(wrongOutput("normalise-by-variance").x), close, "variance");
  });

  test("the threshold of 1e-7, which calls right gradients wrong: ours is 2e-7", () => {
    const difference = callWith("gc.gradient_check_n.corrected") as number;
    expect(difference).toBeGreaterThan(1e-7);
    expect(difference).toBeLessThan(2e-7);
  });
});

describe("the circles models", () => {
  test.each(["init.circles.zeros", "init.circles.he"])("%s has the golden costs over the first 2000 steps", (id) => {
    const golden = models.find((model) => model.id === id)?.measured.costs as Record<string, number>;
    const { costs } = trainCircles(id, 2001);
    expect(Object.keys(costs)).toEqual(["0", "1000", "2000"]);
    for (const [iteration, cost] of Object.entries(costs)) expect(cost).toBeCloseTo(golden[iteration], 12);
  });
});
