import { expect, it } from "vitest";
import { throwFinder } from "./canThrow";
import { documented } from "./documented";
import { runExample } from "./examples";
import { complaints, programOf } from "./program";

const program = programOf(["src/index.ts"]);
const entries = documented(program);
/** Each text once: a method has the same as its function. */
const examples = new Map(entries.flatMap(({ name, examples }) => examples.map((example) => [example, name])));

function lacking(lacks: (entry: (typeof entries)[number]) => boolean): string[] {
  return entries.filter(lacks).map(({ name }) => name);
}

it("looks at everything in np and np.random, and at every member of an array", () => {
  const names = entries.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(190);
  for (const name of ["np.exp", "np.var", "np.linalg.norm", "np.random.randn", "NDArray.at", "NDArray.T"]) {
    expect(names).toContain(name);
  }
});

it("documents each of them, with an example", () => {
  expect(lacking(({ text }) => text === "")).toEqual([]);
  expect(lacking(({ examples }) => examples.length === 0)).toEqual([]);
});

it("declares each method that is registered", () => {
  expect(lacking(({ untyped }) => untyped)).toEqual([]);
});

/** These could throw only for arguments that they never get, or are not functions. */
const neverThrow: Record<string, string> = {
  "NDArray.T": "an array is an array",
  "NDArray.copy": "an array broadcasts to its own shape",
  "NDArray.flatten": "the same",
  "NDArray.map": "the same",
  "NDArray.toTypedArray": "the same",
  "NDArray.tolist": "its rows are there",
  "NDArray.toJSON": "the same",
  "NDArray.toString": "an element is an element",
  "np.random.shuffle": "its rows are there",
  "np.random": "it is made already",
  RandomState: "its constructor has documentation of its own",
};

it("says what each of them throws, if it can throw", () => {
  const canThrow = throwFinder(program);
  const throwing = ({ name, declarations }: (typeof entries)[number]): boolean =>
    canThrow(declarations) && !(name in neverThrow);
  expect(lacking((entry) => throwing(entry) && entry.throws.length === 0)).toEqual([]);
  expect(lacking((entry) => !throwing(entry) && entry.throws.length > 0)).toEqual([]);
  expect(lacking((entry) => entry.name in neverThrow && !canThrow(entry.declarations))).toEqual([]);
});

it.each([...examples].map(([example, name]) => ({ name, example })))("shows what $name gives", ({ example }) => {
  const shown = runExample(example);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.map(({ code, given }) => `${code}; // ${given}`)).toEqual(
    shown.map(({ code, promised }) => `${code}; // ${promised}`),
  );
});

it("gives examples that the compiler takes", () => {
  const blocks = [...examples.keys()].map((example) => `{\n${example}\n}`);
  const text = `import { NDArray, np, RandomState } from ".";\nvoid [NDArray, RandomState];\n${blocks.join("\n")}\n`;
  const withExamples = programOf(["src/index.ts"], { "src/examples.ts": text }, program);
  expect(complaints(withExamples, "src/examples.ts")).toEqual([]);
}, 120_000);
