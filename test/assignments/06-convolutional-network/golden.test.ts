import { describe, expect, test } from "vitest";
import type { ConvCache, PoolCache } from "../../../src/assignments/06-convolutional-network/assignment";
import { misconceptions } from "../../../src/assignments/06-convolutional-network/staff/misconceptions";
import * as solution from "../../../src/assignments/06-convolutional-network/staff/solution";
import type { AnyFunction } from "../../../src/check/contract";
import type { NDArray } from "../../../src/core/NDArray";
import { np } from "../../../src/np";
import { expectClose, inputsOf, mistakes, type Values, type Vector, vectorOf, vectors } from "./golden";

const isCourse = ({ variant }: Vector) => variant === "course";

/** The golden functions' Python names; how to call ours, or a variant of it, and the golden names of what it gives. */
const calls: Record<string, (vector: Vector, instead?: AnyFunction) => Values> = {
  zero_pad: (vector) => {
    const { X, pad } = inputsOf(vector);
    return { X_pad: solution.zeroPad(X, pad) };
  },
  conv_single_step: (vector, step = solution.convSingleStep) => {
    const { a_slice_prev, W, b } = inputsOf(vector);
    return { Z: step(a_slice_prev, W, b) };
  },
  conv_forward: (vector, forward = solution.convForward) => {
    const { A_prev, W, b, stride, pad } = inputsOf(vector);
    return forward(A_prev, W, b, { stride, pad }) as Values;
  },
  conv_backward: (vector, backward = solution.convBackward) => {
    const { dZ, A_prev: APrev, W, b, stride, pad } = inputsOf(vector);
    const cache: ConvCache = { APrev, W, b, hparameters: { stride, pad } };
    const { dAPrev, dW, db } = backward(dZ, cache) as ReturnType<typeof solution.convBackward>;
    return { dA_prev: dAPrev, dW, db };
  },
  pool_forward: (vector, forward = solution.poolForward) => {
    const { A_prev, f, stride, mode } = inputsOf(vector);
    return forward(A_prev, { f, stride }, mode) as Values;
  },
  create_mask_from_window: (vector) => ({ mask: solution.createMaskFromWindow(inputsOf(vector).x) }),
  distribute_value: (vector) => {
    const { dz, shape } = inputsOf(vector);
    return { a: solution.distributeValue(dz, shape) };
  },
  pool_backward: (vector) => {
    const { dA, A_prev: APrev, f, stride, mode } = inputsOf(vector);
    const cache: PoolCache = { APrev, hparameters: { f, stride } };
    return { dA_prev: solution.poolBackward(dA, cache, mode) };
  },
};

const call = (vector: Vector, instead?: AnyFunction) => calls[vector.id.split(".")[1]](vector, instead);

const variant = (id: string) => misconceptions.find((each) => each.id === id)?.implementation as AnyFunction;

test("there is a vector for each function that the course tests", () => {
  const tested = new Set(vectors.filter(isCourse).map((vector) => vector.function));
  expect(tested).toEqual(new Set(Object.keys(calls)));
});

test.each(vectors.filter(isCourse).map((vector) => [vector.id, vector] as const))(
  "gives the golden outputs of %s",
  (id, vector) => {
    const outputs = call(vector);
    for (const [name, stored] of Object.entries(vector.outputs)) expectClose(outputs[name], stored, `${id}.${name}`);
  },
);

test("gives the means that the course printed", () => {
  const mean = (value: unknown) => np.mean(value as NDArray);
  for (const id of ["conv.conv_forward.v2", "conv.conv_forward.v2a", "conv.conv_forward.v1stride1"]) {
    expectClose(mean(call(vectorOf(id)).Z), vectorOf(id).derived?.mean, id);
  }
  const back = call(vectorOf("conv.conv_backward.v2"));
  const printed = vectorOf("conv.conv_backward.v2").derived as Record<string, number>;
  expectClose(mean(back.dA_prev), printed["mean dA"], "dA");
  expectClose(mean(back.dW), printed["mean dW"], "dW");
});

describe("the golden mistakes are ours too:", () => {
  const wrong = (id: string) => {
    const found = mistakes.find((mistake) => mistake.id === id);
    if (!found) throw new Error(`there is no golden mistake ${id}`);
    return found;
  };

  test("the size of a pooled image is rounded up", () => {
    const { wrongOutput, rightOutput } = wrong("pool-output-size") as unknown as Record<
      string,
      Record<string, number[]>
    >;
    const [of5by5, rightly] = [wrongOutput["output size"], rightOutput["output size"]];
    expect(variant("pool-output-size")(5, 2, 0, 2)).toBe(of5by5[0]);
    expect(solution.outputSize(5, 2, 0, 2)).toBe(rightly[0]);
  });

  test("the bias is inside the sum", () => {
    const { vector, wrongOutput } = wrong("published-conv-bias-in-sum");
    const { Z } = call(vectorOf(vector), variant("conv-bias-in-sum"));
    expectClose(Z, wrongOutput.Z, vector);
    const twelveTimes = call(vectorOf("conv.conv_forward.v1stride1"), variant("conv-forward-bias-in-sum")).Z as NDArray;
    expectClose(np.mean(twelveTimes), vectorOf("conv.conv_forward.v1stride1").derived?.meanWithBiasCounted12Times, "Z");
  });

  test("the windows of a convolution ignore the stride, and the border stays 0", () => {
    const { vector, wrongOutput } = wrong("published-conv-forward-stride");
    const Z = call(vectorOf(vector), variant("conv-forward-stride-and-border")).Z as NDArray;
    expectClose(np.mean(Z), wrongOutput.mean, vector);
    expectClose(Z.slice(3, 2, 1), wrongOutput["Z[3,2,1]"], vector);
  });

  test("the windows ignore the stride on the way back", () => {
    const { vector, wrongOutput } = wrong("published-conv-backward-stride");
    const back = call(vectorOf(vector), variant("conv-backward-stride")) as Record<string, NDArray>;
    expectClose(np.mean(back.dA_prev), wrongOutput["mean dA"], "dA");
    expectClose(np.mean(back.dW), wrongOutput["mean dW"], "dW");
    expectClose(np.mean(back.db), wrongOutput["mean db"], "db");
    expectClose(back.dW, vectorOf("conv.conv_backward.strideIgnored").outputs.dW, "dW");
  });

  test("a pooling window runs over the images of the batch", () => {
    const { wrongOutput } = wrong("published-pool-no-sample-index");
    for (const mode of ["max", "average"]) {
      const { A } = call(vectorOf(`conv.pool_forward.${mode}.v2`), variant("pool-no-sample-index"));
      expectClose(A, wrongOutput[mode], mode);
    }
  });
});
