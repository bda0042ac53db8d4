import type { GradedFunction } from "../GradedFunction";
import { hiddenTestLines, onlyLines, withoutLines } from "../hiddenLines";
import type { Lesson } from "../Lesson";
import type { Part } from "../Part";
import { literalCalls } from "../python/literalCalls";
import { parsePython } from "../python/PythonCode";
import { placeOf } from "../SourceCell";
import { amount } from "./amount";
import { codeComment, comment } from "./comment";

/** The text of `checks.ts`: the Python of the tests that learners saw, to be turned into inputs. */
export function writeChecks(lesson: Lesson): string {
  const text = (test: Part) => (test.hidden ? "" : visible(test));
  return `import type { PublicCheck } from "../../check/contract";

/** The checks that learners run themselves. */
export const checks: PublicCheck[] = ${todo(lesson, text, publicForm)};
`;
}

/** The text of `staff/hidden-checks.ts`: the Python of the tests that learners did not see. */
export function writeHiddenChecks(lesson: Lesson): string {
  return `import type { HiddenCheck } from "../../../check/contract";

/** Checks with random inputs. */
export const hiddenChecks: HiddenCheck[] = ${todo(lesson, secret, hiddenForm)};
`;
}

/** An empty list with a comment per function: what a check looks like, and the function's old tests. */
function todo({ functions, parts }: Lesson, text: (test: Part) => string, form: typeof publicForm): string {
  const blocks = functions.map((one) => {
    const note = `// TODO: ${one.name} needs a check, of this form; what is expected comes from staff/solution.ts.`;
    const head = `${note}\n${comment(form(one, one.tests.map(text)))}`;
    return [head, ...pythonOf(one.tests, text)].join("\n//\n");
  });
  const assigned = functions.flatMap(({ tests }) => tests);
  const others = pythonOf(
    parts.filter((part) => part.role === "tests" && !assigned.includes(part)),
    text,
  );
  if (others.length > 0) blocks.push(["// TODO: these tests are of no function.", ...others].join("\n//\n"));
  return blocks.length > 0 ? `[\n${indent(blocks.join("\n//\n"))}\n]` : "[]";
}

/** With those inputs of the old tests that are written out in them. */
function publicForm({ name, python, points }: GradedFunction, texts: readonly string[]): string {
  const calls = literalCalls(parsePython(texts.join("\n")), python.name);
  const cases = (calls.length > 0 ? calls : ["[]"]).map((list) => `    { args: ${list} },\n`);
  return checkForm(`${name}.course`, name, points, `() => [\n${cases.join("")}  ]`);
}

function hiddenForm({ name, points }: GradedFunction): string {
  return checkForm(`${name}.random`, name, points, "(random) => [{ args: [random.uniform(-1, 1)] }]");
}

function checkForm(id: string, name: string, points: number, cases: string): string {
  return `{\n  id: "${id}",\n  function: "${name}",\n  title: "…",\n  points: ${points},\n  cases: ${cases},\n},`;
}

function pythonOf(tests: readonly Part[], text: (test: Part) => string): string[] {
  return tests
    .map((test) => ({ test, python: text(test) }))
    .filter(({ python }) => python.trim() !== "")
    .map(({ test, python }) => `// Python, ${describe(test)}:\n//\n${codeComment(python)}`);
}

function describe({ cell, points }: Part): string {
  return points === null ? placeOf(cell) : `${placeOf(cell)}, ${amount(points, "point")}`;
}

function visible({ source }: Part): string {
  const { lines } = hiddenTestLines(source);
  return lines.size > 0 ? withoutLines(source, lines) : source;
}

function secret({ source, hidden }: Part): string {
  return hidden ? source : onlyLines(source, hiddenTestLines(source).lines);
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
