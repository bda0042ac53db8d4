import ts from "typescript";
import { expect, test } from "vitest";
import { type CellResult, runNotebook } from "../../graders/authoring/execution/runNotebook";
import { assignments } from "../../src/assignments";
import { NDArray } from "../../src/core/NDArray";
import { checkFunction } from "../../src/notebook/checkFunction";
import { verdictOf } from "../../src/notebook/verdict";
import { np } from "../../src/np";
import { given, habits, returning } from "../fixtures/habits";

/** What check() says about `propagate` with this code in it, as if the types had let it pass. */
function verdictOn(code: string): string {
  const source = `${given}\nreturn function propagate(w: any, b: any, X: any, Y: any) { ${returning(code)} };`;
  const javaScript = ts.transpile(source, { target: ts.ScriptTarget.ESNext });
  const propagate = new Function("np", "NDArray", `"use strict"; ${javaScript}`)(np, NDArray);
  return String(verdictOf(checkFunction(assignments[0], "propagate", propagate))["text/plain"]);
}

test.each(habits.filter(({ run }) => run !== null))("check() names $code when it runs", ({ code, run }) => {
  expect(verdictOn(code)).toContain(run);
});

/** The text of what a cell displays. */
function textOf({ outputs }: CellResult): string {
  return outputs.map(({ content }) => String((content.data as Record<string, unknown>)["text/plain"])).join("\n");
}

test("check() says in which function, cell and line an error was thrown, and a cell that fails has the same advice", async () => {
  const cells = await runNotebook([
    `import { check, np, useAssignment } from "nablab"; useAssignment("logistic-regression");`,
    `function exponential(z: any): any {\n  return (np as any).expo(z);\n}\nconst sigmoid: any = (z: any) =>\n  exponential(z);`,
    "check({ sigmoid });",
    "sigmoid(1);",
  ]);
  const said = "np.expo is not a function. np has no `expo`; did you mean `np.exp`?";
  expect(textOf(cells[2])).toContain(`${said} (in \`exponential\`, Cell [2], line 2)`);
  expect(JSON.stringify(cells[3])).toContain(said);
}, 60_000);
