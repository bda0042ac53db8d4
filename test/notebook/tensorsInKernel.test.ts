import { expect, test } from "vitest";
import { type CellResult, runNotebook } from "../../graders/authoring/execution/runNotebook";

const textOf = ({ outputs, text, evalue }: CellResult): string =>
  [text, evalue, ...outputs.map(({ content }) => (content.data as Record<string, unknown>)?.["text/plain"])].join("\n");

const ask = (name: string, code: string): string => `{ const ${name}: any = ${code}; check({ ${name} }); }`;

test("a notebook computes with nablab/tf, and check() says what is wrong with a result", async () => {
  const results = await runNotebook(
    [
      'import { check, np, useAssignment } from "nablab"; import * as tf from "nablab/tf"; useAssignment("frameworks");',
      "const W: tf.Tensor = tf.tensor([[1, 2], [3, 4]]); console.log(W.matMul(W).arraySync());",
      ask("sigmoid", "(z: tf.Tensor) => tf.sigmoid(z)"),
      ask("sigmoid", "(z: tf.Tensor) => z.neg().exp().add(1).reciprocal()"),
      ask("sigmoid", "(z: tf.Tensor) => tf.sigmoid(z).data()"),
      ask("sigmoid", "(z: tf.Tensor) => np.array(tf.sigmoid(z).arraySync())"),
      ask("sigmoid", "(z: tf.Tensor) => { const s = tf.sigmoid(z); s.dispose(); return s; }"),
      ask("sigmoid", "(z: tf.Tensor) => { const s = tf.sigmoid(z); z.dispose(); return s; }"),
      ask("sigmoid", "() => ({ dataId: {}, shape: [2], dtype: 'float32', rankType: '1' })"),
      ask("sigmoid", "(z: tf.Tensor) => tf.sigmoid(tf.neg(z))"),
      "tf.matMul(W);",
      "(tf as any).env();",
    ],
    { keepGoing: true },
  );
  const [, product, right, untidy, promise, array, disposed, given, foreign, named, missing, inside] =
    results.map(textOf);
  expect(product).toContain("[ [ 7, 10 ], [ 15, 22 ] ]");
  expect(right).toMatch(/^\n*✓ sigmoid is correct$/m);
  expect(right).not.toContain("left behind");
  expect(untidy).toContain("✓ sigmoid is correct");
  expect(untidy).toContain("! 3 tensors were left behind: wrap the step in `tf.tidy`");
  expect(promise).toContain(
    "It returned a Promise where a tensor is expected. Use `dataSync()`, or return the tensor.",
  );
  expect(array).toContain("It returned an array of `np` where a tensor is expected.");
  expect(disposed).toContain("It returned a tensor that has been disposed.");
  expect(given).toContain("It changed its first argument in place.");
  expect(foreign).toContain("It returned a tensor of another copy of TensorFlow.js.");
  expect(named).toContain("this is 1 / (1 + e^z)");
  expect(missing).toContain("TS2554");
  expect(inside).toContain("is not a function");
}, 120_000);

test("where the assignment does not allow it, a check says so, with the result", async () => {
  const [, verdict] = await runNotebook([
    'import { check, np, useAssignment } from "nablab"; import * as tf from "nablab/tf"; useAssignment("logistic-regression");',
    ask("sigmoid", "(z: any) => np.array(tf.sigmoid(np.array(z).tolist() as any).arraySync())"),
  ]);
  expect(textOf(verdict)).toContain('`nablab/tf` is not available in grading: only "nablab" can be imported');
}, 60_000);
