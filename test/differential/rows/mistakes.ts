import { callersOfSigmoid, type Row } from "../Row";

const sigmoid = (name: string, body: string, more: Partial<Row> = {}): Row => ({
  name,
  functions: { sigmoid: `function sigmoid(z: any): any { ${body} }` },
  wrong: "any",
  ...more,
});

const formula = "np.divide(1, np.add(1, np.exp(np.negative(z))))";

const wrongTypes = "the kernel refuses its cell for its types, which grading does not check";
const endless = "a learner interrupts it, and no verdict is written";
const notAFunction = "the kernel calls nothing but functions, and lets callers run to the call";
const remembers = "sigmoid remembers earlier calls, which the notebook's other cells have made as well";
/** For those that call sigmoid. */
const differing = (reason: string) => Object.fromEntries(callersOfSigmoid.map((name) => [name, reason]));

/** Wrong programs: every world must say the same of each check. */
export const mistakes: readonly Row[] = [
  sigmoid("a wrong value", `return np.multiply(0.9, ${formula});`),
  sigmoid("a missing minus sign", "return np.divide(1, np.add(1, np.exp(z)));"),
  sigmoid("an error", "throw new RangeError('no');"),
  sigmoid("an error that is not one", "throw 'no';"),
  sigmoid("nothing", "void z;"),
  sigmoid("null", "return null;"),
  sigmoid("NaN", "return typeof z === 'number' ? NaN : np.full(z.shape, NaN);"),
  sigmoid("infinite numbers", "return typeof z === 'number' ? Infinity : np.full(z.shape, Infinity);"),
  sigmoid(
    "another shape",
    `return typeof z === 'number' ? 1 / (1 + Math.exp(-z)) : np.array(${formula}.flatten().tolist());`,
  ),
  sigmoid(
    "a list in place of an array",
    `return typeof z === 'number' ? 1 / (1 + Math.exp(-z)) : ${formula}.tolist();`,
  ),
  sigmoid("a promise", `return Promise.resolve(${formula});`),
  sigmoid("a function", "return () => z;"),
  sigmoid("a map", "return new Map([[z, z]]);"),
  sigmoid("a big integer", "return 1n;"),
  sigmoid("a circle", "const a: any[] = []; a.push(a); return a;"),
  sigmoid("one case of many right", "return 0.5;"),
  sigmoid("a changed argument", `const y = ${formula}; if (typeof z !== 'number') z.assign(0); return y;`),
  sigmoid("an element that is not there", "return z.at(99);"),
  sigmoid("a stack that overflows", "return sigmoid(z);"),
  sigmoid("not implemented", "throw new NotImplemented('sigmoid');"),
  sigmoid("a state that spoils the second call", `count++; return count > 1 ? 0 : ${formula};`, {
    before: ["let count = 0;"],
    differs: differing(remembers),
  }),
  sigmoid("a patched built-in", `Math.exp = () => 0; return ${formula};`),
  sigmoid("what only reads a name that is nowhere", "return (globalThis as any).nowhere.x;"),
  sigmoid("a random answer", "return np.random.rand();"),
  {
    name: "a function that is left out",
    functions: { predict: "" },
    wrong: "any",
    separately: true,
    differs: { model: wrongTypes },
  },
  {
    name: "a function that is not one",
    functions: { sigmoid: "const sigmoid: any = 0.5;" },
    wrong: "any",
    separately: true,
    differs: { sigmoid: notAFunction, ...differing(notAFunction) },
  },
  {
    name: "an endless loop",
    functions: { initializeWithZeros: "function initializeWithZeros(dim: number): any { while (dim > 0); return 0; }" },
    ...{ wrong: "any", separately: true, endless: true, differs: { initializeWithZeros: endless, model: endless } },
  },
  {
    name: "a key too many",
    functions: {
      initializeWithZeros:
        "function initializeWithZeros(dim: number): any { return { w: np.zeros([dim, 1]), b: 0, dim }; }",
    },
    wrong: "any",
  },
  {
    name: "a key that is missing",
    functions: {
      initializeWithZeros: "function initializeWithZeros(dim: number): any { return { w: np.zeros([dim, 1]) }; }",
    },
    wrong: "any",
  },
  {
    name: "gradients that are not divided",
    replace: ["const db = np.sum(dZ) / m;", "const db = np.sum(dZ);"],
    wrong: "any",
  },
  { name: "costs that are logged too often", replace: ["i % 100 === 0", "i % 50 === 0"], wrong: "any" },
  {
    name: "tanh in the wrong place",
    assignment: "shallow-network",
    replace: ["np.tanh(Z1)", "np.exp(Z1)"],
    wrong: "any",
  },
  {
    name: "a missing helper",
    functions: {
      sigmoid: "function sigmoid(z: any): any { return (helper as any)(z); }\ndeclare const helper: unknown;",
    },
    wrong: "any",
  },
];
