import { describe, expect, test } from "vitest";
import type { Gradients, Parameters } from "../../../src/assignments/05-optimization/assignment";
import { misconceptions } from "../../../src/assignments/05-optimization/staff/misconceptions";
import * as solution from "../../../src/assignments/05-optimization/staff/solution";
import type { AnyFunction } from "../../../src/check/contract";
import { NDArray } from "../../../src/core/NDArray";
import { np } from "../../../src/np";
import models from "../../golden/opt-models.json";
import golden from "../../golden/opt-vectors.json";
import { adam, gradientDescent, trainMoons } from "../../reproduce/optimization";

interface Stored {
  shape: number[];
  data: (number | boolean)[];
}

type Given = number | boolean | Stored | { [key: string]: Given } | Given[];
type Inputs = Record<string, Given>;

interface Vector {
  id: string;
  variant: string;
  inputs: Inputs;
  outputs: Inputs;
}

const isStored = (value: Given): value is Stored => typeof value === "object" && "shape" in value && "data" in value;

function decode(value: Given): unknown {
  if (typeof value !== "object") return value;
  if (isStored(value)) return NDArray.fromData(value.data.map(Number), value.shape);
  if (Array.isArray(value)) return value.map(decode);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
}

/** The golden functions' Python names, and how to call ours, or a wrong variant of it, with the same inputs. */
const calls: Record<string, { ours: AnyFunction; inputs: string[] }> = {
  update_parameters_with_gd: {
    ours: solution.updateParametersWithGd,
    inputs: ["parameters", "grads", "learning_rate"],
  },
  initialize_velocity: { ours: solution.initializeVelocity, inputs: ["parameters"] },
  initialize_adam: { ours: solution.initializeAdam, inputs: ["parameters"] },
  update_parameters_with_momentum: {
    ours: solution.updateParametersWithMomentum,
    inputs: ["parameters", "grads", "v", "beta", "learning_rate"],
  },
  update_parameters_with_adam: {
    ours: solution.updateParametersWithAdam,
    inputs: ["parameters", "grads", "v", "s", "t", "learning_rate", "beta1", "beta2", "epsilon"],
  },
  random_mini_batches: { ours: solution.randomMiniBatches, inputs: ["X", "Y", "mini_batch_size", "seed"] },
};

/** Calls the function of a vector, or another in its place, with the vector's inputs. */
function callWith({ id, inputs }: Vector, instead?: AnyFunction): unknown {
  const call = calls[id.split(".")[1]];
  return (instead ?? call.ours)(...call.inputs.map((name) => decode(inputs[name])));
}

function expectClose(actual: unknown, expected: unknown, atol: number, path: string): void {
  if (expected instanceof NDArray) {
    expect([...(actual as NDArray).shape], path).toEqual([...expected.shape]);
    expectClose([...(actual as NDArray).toTypedArray()], [...expected.toTypedArray()], atol, path);
  } else if (typeof expected === "number") {
    expect(Math.abs((actual as number) - expected), path).toBeLessThanOrEqual(atol + 1e-9 * Math.abs(expected));
  } else {
    expect(Object.keys(actual as object).sort(), path).toEqual(Object.keys(expected as object).sort());
    for (const [key, item] of Object.entries(expected as object)) {
      expectClose((actual as Record<string, unknown>)[key], item, atol, `${path}.${key}`);
    }
  }
}

const vectors = golden.vectors as unknown as Vector[];
const vector = (id: string) => vectors.find((each) => each.id === id) as Vector;
const variant = (id: string) => misconceptions.find((each) => each.id === id)?.implementation as AnyFunction;

describe("the golden vectors", () => {
  test.each(vectors.filter((each) => each.variant === "course").map((each) => [each.id, each] as const))(
    "hold for %s",
    (id, each) => {
      const expected = id.includes("mini_batches") ? each.outputs.mini_batches : each.outputs;
      expectClose(callWith(each), decode(expected), 1e-12, id);
    },
  );

  test("are within 1e-6 for the table that the course printed, with ε under the root", () => {
    const printed = vector("opt.update_parameters_with_adam.epsInside");
    expectClose(callWith(printed), decode(printed.outputs), 1e-6, printed.id);
    expect(() => expectClose(callWith(printed), decode(printed.outputs), 1e-8, printed.id)).toThrow();
  });
});

describe("the golden mistakes are ours too", () => {
  test("s is not corrected, in the published code, which has ε under the root", () => {
    const wrong = vector("opt.update_parameters_with_adam.uncorrectedS");
    const result = callWith(wrong, variant("adam-uncorrected-s-epsilon-inside")) as { parameters: Parameters };
    expectClose(result.parameters, decode(wrong.outputs.parameters), 1e-12, wrong.id);
  });

  test("the corrected average goes back into the recursion", () => {
    const { wrongOutput, rightOutput } = golden.mistakes.find(
      ({ id }) => id === "ewa-bias-correction-recursion",
    ) as never as Record<string, Record<string, number[]>>;
    const wrong = variant("ewa-bias-correction-recursion")(np.ones(6), 0.9) as NDArray;
    expectClose(wrong.tolist(), Object.values(wrongOutput)[0], 1e-12, "wrong");
    const right = solution.exponentiallyWeightedAverage(np.ones(6), 0.9);
    expectClose(right.tolist(), rightOutput.corrected, 1e-12, "right");
  });
});

describe("the moons models", () => {
  test.each([
    ["opt.moons.gd", gradientDescent],
    ["opt.moons.adam", adam],
  ] as const)("%s has the published costs over the first thousand epochs", (id, update) => {
    const costs = models.find((model) => model.id === id)?.measured.costs as Record<string, number>;
    const trained = trainMoons(update(), 1001);
    expect(Object.keys(trained.costs)).toEqual(["0", "1000"]);
    for (const [epoch, cost] of Object.entries(trained.costs)) expect(cost).toBeCloseTo(costs[epoch], 12);
  });
});

test("an update leaves what it was given as it was", () => {
  const { inputs } = vector("opt.update_parameters_with_adam.course");
  const [parameters, grads, v, s] = ["parameters", "grads", "v", "s"].map((name) => decode(inputs[name])) as [
    Parameters,
    Gradients,
    Gradients,
    Gradients,
  ];
  const before = JSON.stringify([parameters, grads, v, s].map((each) => Object.values(each).map((a) => a.tolist())));
  solution.updateParametersWithGd(parameters, grads, 0.1);
  solution.updateParametersWithMomentum(parameters, grads, v, 0.9, 0.1);
  solution.updateParametersWithRmsprop(parameters, grads, s, 0.9, 0.1);
  solution.updateParametersWithAdam(parameters, grads, v, s, 1);
  const after = JSON.stringify([parameters, grads, v, s].map((each) => Object.values(each).map((a) => a.tolist())));
  expect(after).toBe(before);
});
