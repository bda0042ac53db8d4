/** A made-up assignment of functions that compute with tensors: `step` calls `loss` and `linear`. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { functionsOnArrays, misconceptionsOnArrays } from "../../../graders/course/onArrays";
import { assembleRun } from "../../../graders/engine/assembleRun";
import type { GradingRun } from "../../../graders/engine/GradingRun";
import { gradeSubmission } from "../../../graders/engine/gradeSubmission";
import type { SubmissionResult } from "../../../graders/engine/results";
import { bundleReferee, bundleSandbox } from "../../../graders/sandbox/host/bundle";
import { cacheCode } from "../../../graders/sandbox/host/cacheCode";
import { openReaders } from "../../../graders/sandbox/host/openReaders";
import { directStarter } from "../../../graders/sandbox/host/ProcessStarter";
import type { Assignment } from "../../../src/check/contract";
import { RandomState } from "../../../src/random/RandomState";
import * as tf from "../../../src/tf";
import * as solution from "../../fixtures/tensor-assignment/solution";
import { wallUnderTest } from "../wallUnderTest";

const float32 = { atol: 1e-5, rtol: 1e-4 };
const random = new RandomState(7);
const X = random.randn(3, 4);
const Y = random.randn(2, 4);
const parameters = { W: random.randn(2, 3), b: random.randn(2, 1) };
const args: Record<string, () => { args: never[] }[]> = {
  linear: () => [{ args: [X, parameters] as never[] }],
  loss: () => [{ args: [random.randn(2, 4), Y] as never[] }],
  step: () => [{ args: [X, Y, parameters, 0.1] as never[] }],
};
const functions = [
  { name: "linear", points: 10, arrays: "tensor" as const, tolerance: float32 },
  { name: "loss", points: 10, arrays: "tensor" as const, tolerance: float32 },
  { name: "step", points: 10, arrays: "tensor" as const, tolerance: float32, uses: ["linear", "loss"] },
];
const assignment: Assignment = {
  number: 99,
  slug: "tensors",
  title: "Tensors",
  modules: ["nablab/tf"],
  functions,
  checks: functions.map(({ name }) => ({
    id: `${name}.check`,
    function: name,
    title: name,
    points: 10,
    cases: args[name],
  })),
  recorded: {},
};
const misconceptions = misconceptionsOnArrays(assignment, [
  {
    id: "no-bias",
    function: "linear",
    message: "b is not added",
    implementation: (x: tf.Tensor, { W }: solution.Parameters) => tf.matMul(W, x),
  },
]);
const limits = { seconds: 3, memoryMB: 256, ...wallUnderTest() };
let run: GradingRun;

beforeAll(async () => {
  const sandboxBundle = await bundleSandbox(assignment.modules);
  await cacheCode(sandboxBundle, limits, undefined, assignment.modules);
  run = await assembleRun(
    {
      assignment,
      staff: { solution: functionsOnArrays(assignment, { ...solution }), misconceptions, hiddenChecks: [] },
      readers: await openReaders(limits),
      sandboxBundle,
      refereeBundle: await bundleReferee(join(__dirname, "../../fixtures/tensor-assignment/solution.ts")),
      starter: directStarter,
    },
    { hidden: false, seed: 0, limits, cache: false },
  );
}, 60_000);

async function grade(source: string, head = 'import * as tf from "nablab/tf";'): Promise<SubmissionResult> {
  const handedIn = { extension: ".ts", load: () => Buffer.from(`${head}\n${source}`) };
  return (await gradeSubmission({ id: "ada", file: "ada.ts" }, handedIn, run)).result;
}

/** What is said of a submission that has `linear` alone, after making sure that it earns nothing. */
async function messageAbout(source: string): Promise<string> {
  const { functions: results, score } = await grade(source);
  expect(score).toBe(0);
  return results[0].checks[0].message;
}

const linear = "const linear = (X: any, { W, b }: any) => tf.tidy(() => tf.add(tf.matMul(W, X), b));";
const loss = "const loss = (Z: any, Y: any) => tf.tidy(() => Z.sub(Y).square().sum());";
const step = `function step(X: any, Y: any, parameters: any, rate: number) {
  return tf.tidy(() => {
    const cost = (W: any, b: any) => loss(linear(X, { W, b }), Y);
    const { value, grads } = tf.valueAndGrads(cost)([parameters.W, parameters.b]);
    const [W, b] = [parameters.W, parameters.b].map((theta, i) => theta.sub(grads[i].mul(rate)));
    return { cost: value.dataSync()[0], parameters: { W, b } };
  });
}`;

describe("Functions of tensors", () => {
  test.each([
    ["all of the module", 'import * as tf from "nablab/tf";', ""],
    [
      "by name",
      'import { add, matMul, tidy, valueAndGrads, type Tensor } from "nablab/tf";',
      "const tf: any = { add, matMul, tidy, valueAndGrads };",
    ],
    ["with import =", 'import tf = require("nablab/tf");', ""],
  ])("earn their points, imported %s", async (_, head, setup) => {
    const { score, functions: results } = await grade([setup, linear, loss, step].join("\n"), head);
    expect(results.map(({ status }) => status)).toEqual(["correct", "correct", "correct"]);
    expect(score).toBe(30);
  });

  test("may use variables, and an optimizer", async () => {
    const other = `function step(X: any, Y: any, { W, b }: any, rate: number) {
      const variables: any = { W: tf.variable(W), b: tf.variable(b) };
      const optimizer = tf.train.sgd(rate);
      const cost = optimizer.minimize(() => loss(linear(X, variables), Y) as any, true)!.dataSync()[0];
      return { cost, parameters: variables };
    }`;
    const { functions: results } = await grade([linear, loss, other].join("\n"));
    expect(results[2]).toMatchObject({ status: "correct" });
  });

  test("have their misconceptions named", async () => {
    const { functions: results } = await grade("const linear = (X: any, { W }: any) => tf.matMul(W, X);");
    expect(results[0].checks[0]).toMatchObject({ misconception: "no-bias" });
  });

  test("are judged with the reference in place of those that they call, which can be differentiated", async () => {
    const wrong = "const linear = (X: any, { W, b }: any) => tf.sub(tf.matMul(W, X), b);";
    const { functions: results } = await grade([wrong, loss.replace("square", "abs"), step].join("\n"));
    expect(results.map(({ status }) => status)).toEqual(["incorrect", "incorrect", "correct"]);
    expect(results[2].followThrough).toBe(true);
  });

  test("are told, without a loss of points, about tensors left behind", async () => {
    const { functions: results } = await grade("const linear = (X: any, { W, b }: any) => tf.add(tf.matMul(W, X), b);");
    expect(results[0]).toMatchObject({
      status: "correct",
      remarks: [{ id: "tensors-left-behind", message: expect.stringMatching(/^1 tensor was left behind/) }],
    });
    const [{ remarks }] = (await grade(linear)).functions;
    expect(remarks ?? []).toEqual([]);
  });

  test.each<[string, string, RegExp]>([
    ["a promise", "(X) => X.data()", /^It returned a Promise where a tensor is expected. Use `dataSync\(\)`/],
    ["an array", "() => np.zeros([2, 4])", /^It returned an array of `np` where a tensor/],
    ["a disposed tensor", "(X) => { X.dispose(); return X; }", /^It returned a tensor that has been disposed/],
    [
      "one of 10^8 entries",
      "() => tf.zeros([10000, 10000])",
      /^(Its result is too large|It threw RangeError: Array buffer allocation failed)/,
    ],
    ["text", '() => tf.tensor(["a"])', /of dtype string/],
    ["complex numbers", '() => tf.cast(tf.ones([2, 4]), "complex64")', /of dtype complex64/],
    [
      "a disposed argument",
      "(X, { W, b }) => { const Z = tf.add(tf.matMul(W, X), b); X.dispose(); return Z; }",
      /its first argument/,
    ],
    [
      "an argument that was written to",
      "(X, { W, b }) => { const Z = tf.add(tf.matMul(W, X), b); b.dataSync()[0] = 9; return Z; }",
      /its second argument/,
    ],
    [
      "parameters that were replaced",
      "(X, p) => { const Z = tf.add(tf.matMul(p.W, X), p.b); p.W = Z; return Z; }",
      /its second argument/,
    ],
    ["another shape", "(X) => tf.transpose(X)", /shape/],
    ["a name of NumPy's", "(X, { W }) => (tf as any).matmul(W, X)", /tf has no `matmul`; did you mean `matMul`/],
    ["what the library throws", "(X, { W }) => tf.mul(W, X)", /^It threw Error: Operands could not be broadcast/],
  ])("say what is wrong with %s", async (_, code, message) => {
    const source = `import { np } from "nablab";\nconst linear: any = ${code};`;
    expect(await messageAbout(source)).toMatch(message);
  });

  test("cannot import anything else, which names what they can", async () => {
    const { functions: results, error } = await grade("const linear = () => fs;", 'import fs from "fs";');
    expect(error ?? results[0].checks[0].message).toMatch(/may import "nablab" and "nablab\/tf" only/);
  });
});

/** [what is tried, the code of `linear`, the message] */
const attacks: [string, string, RegExp][] = [
  ["the engine in the global object", "() => (globalThis as any)._tfengine.backend", /^It threw TypeError/],
  [
    "what the library shares globally",
    "() => (globalThis as any)._tfGlobals.get('kernelRegistry')",
    /^It threw TypeError/,
  ],
  ["env", "() => (tf as any).env().platform", /is not a function/],
  ["io", "() => (tf as any).io.http('http://127.0.0.1')", /^It threw TypeError/],
  ["registerKernel", "() => (tf as any).registerKernel({})", /is not a function/],
  ["engine", "() => (tf as any).engine()", /is not a function/],
  ["another backend", "() => (tf as any).setBackend('webgl')", /is not a function/],
  [
    "the library's own file",
    "(() => { const load = require; return () => load('nablab/tf/library/tensorflow'); })()",
    /is not available in grading: only "nablab" and "nablab\/tf" can be imported/,
  ],
  [
    "the constructor of a tensor, for its realm",
    "(X) => X.constructor.constructor('return process')()",
    /^It threw EvalError/,
  ],
  [
    "the constructor of an optimizer, for its realm",
    "() => (tf.train.adam(1) as any).constructor.constructor('return process')()",
    /^It threw EvalError/,
  ],
  [
    "a tensor made by hand",
    "(X) => new X.constructor([2, 4], 'float32', {}, 1)",
    /^It returned a tensor that has been disposed/,
  ],
  [
    "a tensor of another library",
    "() => ({ dataId: {}, shape: [2, 4], dtype: 'float32', rankType: '2', dataSync: () => new Float32Array(8) })",
    /^It returned a tensor of another copy/,
  ],
  ["changing the module", "() => { (tf as any).add = () => 0; return tf.zeros([2, 4]); }", /^It threw TypeError/],
  [
    "values that read differently",
    "(X) => { X.constructor.prototype.dataSync = () => new Float32Array(8); return tf.ones([2, 4]); }",
    /./,
  ],
  [
    "values behind a getter",
    "() => { let n = 0; const Z = tf.ones([2, 4]); Object.defineProperty(Z, 'shape', { get: () => [2, n++] }); return Z; }",
    /./,
  ],
  [
    "a kernel of one's own, through a patched Map",
    `(X, { W, b }) => {
      const { get } = Map.prototype;
      let kernels: any;
      Map.prototype.get = function (key) { const found = get.call(this, key); if (found?.kernelFunc) kernels = this; return found; };
      tf.add(X, X);
      Map.prototype.get = get;
      for (const kernel of kernels.values()) kernel.kernelFunc = () => { throw new Error("own kernel"); };
      return tf.add(tf.matMul(W, X), b);
    }`,
    /own kernel/,
  ],
  [
    "numbers as tensors",
    "() => { Object.defineProperty(Object.prototype, 'dataId', { get: () => ({}), configurable: true }); return tf.ones([2, 4]); }",
    /./,
  ],
  [
    "a full stack",
    "(X) => { const f = (): any => { try { return f(); } catch { return tf.add(X, X); } }; return f(); }",
    /./,
  ],
];

describe("Attacks through tensors", () => {
  test.each(attacks)("%s", async (_, code, message) => {
    expect(await messageAbout(`const linear: any = ${code};`)).toMatch(message);
  });

  test("a step does not earn more with a forged memory, or with what the reference answers", async () => {
    // All that it calls is wrong, so the reference answers; what it returns is not what the step should return.
    const wrong = "const linear: any = (X: any) => X; const loss: any = (Z: any) => Z;";
    const thief = `const step: any = (X: any, Y: any, p: any) => {
      (tf.memory as any).numTensors = -1e9;
      return { cost: loss(linear(X, p), Y).dataSync()[0], parameters: p };
    };`;
    expect((await grade(`${wrong}\n${thief}`)).score).toBe(0);
  });
});
