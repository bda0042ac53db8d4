import type * as core from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
import { expectTypeOf, test } from "vitest";
import type * as tf from "../../src/tf";

test("tensors have the members that TensorFlow.js gives them", () => {
  expectTypeOf<Exclude<keyof tf.Tensor, keyof core.Tensor>>().toEqualTypeOf<never>();
  expectTypeOf<Exclude<keyof tf.Variable, keyof core.Variable>>().toEqualTypeOf<never>();
  expectTypeOf<Exclude<keyof tf.Optimizer, keyof core.Optimizer>>().toEqualTypeOf<never>();
});

test("the functions are those of TensorFlow.js", () => {
  expectTypeOf<Exclude<keyof typeof tf, keyof typeof core>>().toEqualTypeOf<never>();
  expectTypeOf<Exclude<keyof typeof tf.train, keyof typeof core.train>>().toEqualTypeOf<never>();
  expectTypeOf<Exclude<keyof typeof tf.losses, keyof typeof core.losses>>().toEqualTypeOf<never>();
});

test("what is called as in TensorFlow.js returns a tensor", () => {
  expectTypeOf<ReturnType<typeof tf.matMul>>().toEqualTypeOf<tf.Tensor>();
  expectTypeOf<Parameters<typeof core.matMul>["length"]>().toEqualTypeOf<Parameters<typeof tf.matMul>["length"]>();
  expectTypeOf<ReturnType<typeof tf.tidy<{ W: tf.Tensor }>>>().toEqualTypeOf<{ W: tf.Tensor }>();
});
