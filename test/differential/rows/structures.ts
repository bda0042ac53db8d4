import { assignments } from "../../../src/assignments";
import type { Row } from "../Row";

const sigmoid = (body: string) => ({
  sigmoid: `function sigmoid(z: number): number;
function sigmoid(z: NDArray): NDArray;
function sigmoid(z: any): any { ${body} }`,
});
const formula = "np.divide(1, np.add(1, np.exp(np.negative(z))))";
const zeros = "{ w: np.zeros([dim, 1]), b: 0 }";
const typed = "(dim: number) => { w: NDArray; b: number }";

/** Ways to write a right program. */
export const structures: readonly Row[] = [
  ...assignments.map(({ number, slug }) => ({ name: `the solution of assignment ${number}`, assignment: slug })),
  {
    name: "a list that a loop fills",
    before: ["const ones: number[] = [];\nfor (let i = 0; i < 2; i++) ones.push(1);"],
    functions: sigmoid("return np.divide(ones[0], np.add(ones[1], np.exp(np.negative(z))));"),
  },
  {
    name: "a map that is filled",
    before: [
      "const activations = new Map<string, (z: NDArray) => NDArray>();",
      `activations.set("sigmoid", (z) => ${formula});`,
    ],
    functions: sigmoid('return typeof z === "number" ? 1 / (1 + Math.exp(-z)) : activations.get("sigmoid")!(z);'),
  },
  {
    name: "settings that a later cell completes",
    before: ["const settings: { one?: number } = {};", "settings.one = 1;"],
    functions: sigmoid("return np.divide(settings.one ?? NaN, np.add(settings.one ?? NaN, np.exp(np.negative(z))));"),
  },
  {
    name: "a number that is scaled",
    before: ["let one = 0.5;\none *= 2;"],
    functions: sigmoid("return np.divide(one, np.add(one, np.exp(np.negative(z))));"),
  },
  {
    name: "a number that is counted up, and a copy of it",
    before: ["let one = 0;", "one++;", "const copy = one;", "one += 5;"],
    functions: sigmoid("return np.divide(copy, np.add(copy, np.exp(np.negative(z))));"),
  },
  {
    name: "a function that an if defines",
    before: ["const useRandom = false;"],
    functions: {
      initializeWithZeros: `let initializeWithZeros: ${typed};
if (useRandom) {
  initializeWithZeros = (dim) => ({ w: np.random.randn(dim, 1), b: 0 });
} else {
  initializeWithZeros = (dim) => (${zeros});
}`,
    },
  },
  {
    name: "a function that a switch defines",
    before: [
      "const kind: string = 'zeros';",
      `let start: any;\nswitch (kind) { case "zeros": start = (dim: number) => (${zeros}); break; default: start = () => 0; }`,
    ],
    functions: { initializeWithZeros: "const initializeWithZeros = (dim: number) => start(dim);" },
  },
  {
    name: "a function that try defines",
    before: [`let start: any;\ntry { start = (dim: number) => (${zeros}); } catch { start = null; }`],
    functions: { initializeWithZeros: "const initializeWithZeros = (dim: number) => start(dim);" },
  },
  {
    name: "a namespace of helpers",
    before: [
      "namespace Act {\n  export const one = 1;\n  export const inverse = (z: NDArray): NDArray => np.divide(one, z);\n}",
    ],
    functions: sigmoid(
      'if (typeof z === "number") return Act.one / (Act.one + Math.exp(-z)); return Act.inverse(np.add(Act.one, np.exp(np.negative(z))));',
    ),
  },
  {
    name: "a result with the name of a graded function",
    after: ["// my best run so far\nconst model = { accuracy: 0.97, learningRate: 0.02 };"],
  },
  {
    name: "experiments that crash after the checks",
    after: ["const broken: any = null;\nbroken.shape;", "throw new Error('not yet');"],
  },
  {
    name: "an experiment that crashes before the functions",
    before: ["const nothing: any = undefined;\nnothing.x;"],
  },
  {
    name: "plots, bars and demonstrations",
    after: [
      'if (ready("sigmoid", "predict")) plot.line(np.linspace(-4, 4, 9).tolist() as number[]);',
      "const [X, Y] = [np.ones([2, 3]), np.zeros([1, 3])];\nplot.decisionBoundary((x: NDArray) => predict(np.ones([2, 1]), 0, x), X, Y);",
      "display({ 'text/plain': 'done' });",
    ],
  },
  {
    name: "a method of a frozen object",
    before: [`const tools = Object.freeze({ squash(z: any): any { return ${formula}; } });`],
    functions: { sigmoid: "const { squash: sigmoid } = tools;" },
  },
  {
    name: "a class with a static block and private members",
    before: [
      "class Unit { static one: number; static { Unit.one = 1; } #z: any; constructor(z: any) { this.#z = z; } get out(): any { return np.divide(Unit.one, np.add(Unit.one, np.exp(np.negative(this.#z)))); } }",
    ],
    functions: sigmoid("return new Unit(z).out;"),
  },
  {
    name: "classes that inherit, with a mixin",
    before: [
      "class Base { value(): number { return 1; } }",
      "const twice = <C extends new (...a: any[]) => Base>(B: C) => class extends B { override value() { return super.value(); } };",
      "class One extends twice(Base) {}",
    ],
    functions: sigmoid("const one = new One().value(); return np.divide(one, np.add(one, np.exp(np.negative(z))));"),
  },
  {
    name: "a generator of steps",
    before: ["function* steps(n: number): Generator<number> { for (let i = 0; i < n; i++) yield i; }"],
    replace: ["for (let i = 0; i < numIterations; i++) {", "for (const i of steps(numIterations)) {"],
  },
  {
    name: "iterators with helpers",
    replace: [
      "for (let i = 0; i < numIterations; i++) {",
      "for (const i of Array(numIterations).keys().filter(() => true)) {",
    ],
  },
  {
    name: "a memo of one's own",
    before: [
      "const memo = <A, R>(f: (a: A) => R) => { const known = new Map<A, R>(); return (a: A): R => { if (!known.has(a)) known.set(a, f(a)); return known.get(a) as R; }; };",
      "const e = memo((x: number) => Math.exp(x));",
    ],
    functions: sigmoid(`return typeof z === "number" ? 1 / (1 + e(-z)) : ${formula};`),
  },
  {
    name: "a function that wraps itself",
    before: [
      `let squash = (z: any): any => ${formula};`,
      "const counted = (f: any) => { let calls = 0; return (z: any) => { calls++; return f(z); }; };",
      "squash = counted(squash);",
    ],
    functions: sigmoid("return squash(z);"),
  },
  {
    name: "properties of a function",
    before: [
      "function squash(z: any): any { return np.divide(squash.one, np.add(squash.one, np.exp(np.negative(z)))); }\nsquash.one = 1;",
    ],
    functions: sigmoid("return squash(z);"),
  },
  {
    name: "an enum, a tuple and a computed key",
    before: ["enum Kind { Zero, One }\nconst names = ['w', 'b'] as const;\nconst key = names[0];"],
    functions: {
      initializeWithZeros:
        "function initializeWithZeros(dim: number): any { return { [key]: np.full([dim, Kind.One], Kind.Zero), b: Kind.Zero }; }",
    },
  },
  {
    name: "constants drawn from a seed",
    before: [
      "np.random.seed(1);",
      "const first = np.random.randn(1).at(0);",
      "const same = first > 1.6 && first < 1.7 ? 1 : 0;",
    ],
    functions: sigmoid("return np.divide(same, np.add(same, np.exp(np.negative(z))));"),
  },
  {
    name: "an array whose element is set",
    before: ["const K = np.zeros([2, 1]);", "K.set(0, 0, 1);"],
    functions: sigmoid("return np.divide(K.at(0, 0), np.add(K.at(0, 0), np.exp(np.negative(z))));"),
  },
  {
    name: "an array that is filled through a view",
    before: ["const K = np.zeros([2, 1]);\nconst row = K.slice(0);", "row.assign(1);"],
    functions: sigmoid("return np.divide(K.at(0, 0), np.add(K.at(0, 0), np.exp(np.negative(z))));"),
  },
  {
    name: "helpers that sort, push and delete",
    before: [
      "const list = [3, 1, 2];\nlist.sort();\nlist.push(4);\nlist.shift();",
      "const bag: Record<string, number> = { one: 2, two: 5 };\ndelete bag.two;\nbag.one -= 1;",
    ],
    functions: sigmoid(
      "const one = list.length === 3 ? bag.one : NaN; return np.divide(one, np.add(one, np.exp(np.negative(z))));",
    ),
  },
  {
    name: "a helper that a later cell replaces",
    before: ["let e = (_: any): any => 0;", "e = (z: any): any => np.exp(np.negative(z));"],
    functions: sigmoid("return np.divide(1, np.add(1, e(z)));"),
  },
  {
    name: "a graded function that a later cell improves",
    before: ["function sigmoid(z: any): any { return 0.5; }"],
  },
  {
    name: "recursion between two helpers",
    before: [
      "const even = (n: number): boolean => (n === 0 ? true : odd(n - 1));\nconst odd = (n: number): boolean => (n === 0 ? false : even(n - 1));",
    ],
    functions: sigmoid("const one = even(4) ? 1 : 0; return np.divide(one, np.add(one, np.exp(np.negative(z))));"),
  },
  {
    name: "overloads and a declaration without a body",
    before: ["declare const never: number;", "interface Pair { w: NDArray; b: number }"],
    functions: {
      initializeWithZeros: `function initializeWithZeros(dim: number): Pair;
function initializeWithZeros(dim: number, scale: number): Pair;
function initializeWithZeros(dim: number, scale = 1): Pair { return { w: np.zeros([dim, scale]), b: 0 }; }`,
    },
  },
  {
    name: "a top-level await",
    before: ["const one = await Promise.resolve(1);", "await null;"],
    functions: sigmoid("return np.divide(one, np.add(one, np.exp(np.negative(z))));"),
  },
  {
    name: "labels, commas, bits and optional chains",
    replace: [
      "for (let i = 0; i < numIterations; i++) {",
      "outer: for (let i = 0, end = numIterations | 0; i < end; i += 1) {\n    if (i < 0) break outer;\n    void ((i += 0), w?.shape?.[0]);",
    ],
  },
  {
    name: "a Proxy, Reflect and symbols",
    before: [
      "const secret = Symbol('one');\nconst hidden: any = { [secret]: 1 };\nconst seen: any = new Proxy(hidden, { get: (o, k) => Reflect.get(o, k) });",
    ],
    functions: sigmoid("const one = seen[secret]; return np.divide(one, np.add(one, np.exp(np.negative(z))));"),
  },
  {
    name: "a decorator and an accessor",
    before: [
      "function plain<T>(value: T, _: unknown): T { return value; }\nclass Cell1 { @plain one(): number { return 1; } get two() { return 2; } }",
    ],
    functions: sigmoid("const one = new Cell1().one(); return np.divide(one, np.add(one, np.exp(np.negative(z))));"),
  },
  {
    name: "a helper in a shallow network that a loop builds",
    assignment: "shallow-network",
    before: ["const steps: Array<(x: NDArray) => NDArray> = [];\nfor (const f of [np.tanh]) steps.push((x) => f(x));"],
    replace: ["np.tanh(Z1)", "steps[0](Z1)"],
  },
  {
    name: "names of layers from a table",
    assignment: "optimization",
    before: ["const prefix: Record<string, string> = {};\nfor (const kind of ['W', 'b']) prefix[kind] = 'd' + kind;"],
  },
];
