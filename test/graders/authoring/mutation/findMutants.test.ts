import { describe, expect, it } from "vitest";
import { findMutants } from "../../../../graders/authoring/mutation/findMutants";

/** The one-line solution as each mutant changes it. */
function mutantsOf(line: string): string[] {
  const source = `export function f(A1, A2, printCost) {\n  // BEGIN SOLUTION\n  ${line}\n  // END SOLUTION\n}\n`;
  return findMutants(source, ["f"]).map(({ after }) => after);
}

describe("findMutants", () => {
  it.each([
    ["return a + b;", ["return a - b;", "return a;", "return b;"]],
    ["return i < n;", ["return i <= n;", "return i >= n;"]],
    ["return -x;", ["return x;"]],
    ["i++;", [";", "i--;"]],
    ["return np.tanh(x);", ["return np.sin(x);", "return x;"]],
    [
      "return np.sum(x, 1);",
      [
        "return np.mean(x, 1);",
        "return np.sum(1, x);",
        "return np.sum(x);",
        "return np.sum(x, 0);",
        "return np.sum(x, 2);",
      ],
    ],
    ["return x.T;", ["return x;"]],
    ["return f(0, true);", ["return f(true, 0);", "return f(0);", "return f(1, true);", "return f(0, false);"]],
    ["return f(0.5);", ["return f(0.25);", "return f(1);"]],
    ["return -A1;", ["return A1;", "return -A2;"]],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a template
    ["return grads[`dW${l}`];", ["return grads[`db${l}`];"]],
    ["return yes ? A1 : A2;", ["return yes ? A2 : A1;"]],
    ["list.push(x);", [";"]],
    ["if (yes) a.pop();", ["if (true) a.pop();", "if (false) a.pop();", "if (yes) ;"]],
  ])("%s", (line, mutants) => {
    expect(mutantsOf(line)).toEqual(mutants);
  });

  it("keeps what is left of a dropped function one operand", () => {
    expect(mutantsOf("return 2 * np.log(a + b);")).toContain("return 2 * (a + b);");
  });

  it("leaves alone what is printed, and what is outside the solution", () => {
    expect(mutantsOf("if (printCost) console.log(1 + 2);")).toEqual([]);
    const given =
      "export function f(a) {\n  const b = a + 1;\n  // BEGIN SOLUTION\n  return b;\n  // END SOLUTION\n}\n";
    expect(findMutants(given, ["f"])).toEqual([]);
    expect(findMutants(given.replace("return b", "return -b"), ["g"])).toEqual([]);
  });

  it("says where the mistake is", () => {
    const source = "export function f() {\n  // BEGIN SOLUTION\n  return 1;\n  // END SOLUTION\n}\n";
    const [mutant] = findMutants(source, ["f"]);
    expect(mutant).toMatchObject({ function: "f", kind: "constant", line: 3, before: "return 1;", after: "return 0;" });
    expect(mutant.source).toBe(source.replace("return 1", "return 0"));
  });

  it("changes and drops the default of a parameter, unless only printing depends on it", () => {
    const source = `export function f(x: number, rate = 0.5, loud: boolean = false, printCost = false) {
  // BEGIN SOLUTION
  if (printCost) console.log(x);
  return g(x, rate, loud, printCost);
  // END SOLUTION
}
export function g(x: number, rate: number, loud: boolean, printCost: boolean) {
  if (printCost) console.log(x);
  return loud ? x : x * rate;
}
`;
    const changed = findMutants(source, ["f"]).filter(({ kind }) => kind.includes("default"));
    expect(changed.map(({ kind, after }) => [kind, /\((.*)\)/.exec(after)?.[1]])).toEqual([
      ["dropped default", "x: number, rate, loud: boolean = false, printCost = false"],
      ["default", "x: number, rate = 0.25, loud: boolean = false, printCost = false"],
      ["default", "x: number, rate = 1, loud: boolean = false, printCost = false"],
      ["dropped default", "x: number, rate = 0.5, loud: boolean, printCost = false"],
      ["default", "x: number, rate = 0.5, loud: boolean = true, printCost = false"],
    ]);
  });

  it("runs a loop up to a parameter at least once, and no other", () => {
    const loops = "for (let i = 0; i < printCost; i++) step();\n  for (let l = 1; l <= L; l++) step();";
    expect(mutantsOf(loops)).toContain("for (let i = 0; i === 0 || i < printCost; i++) step();");
    expect(mutantsOf(loops).join()).not.toContain("l === 1");
  });
});
