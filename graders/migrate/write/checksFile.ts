import { hiddenTestLines, onlyLines, withoutLines } from "../hiddenLines";
import type { Lesson } from "../Lesson";
import type { Part } from "../Part";
import { placeOf } from "../SourceCell";
import { amount } from "./amount";
import { codeComment } from "./comment";

/** The text of `checks.ts`: the Python of the tests that learners saw, to be turned into inputs. */
export function writeChecks(lesson: Lesson): string {
  const form = { id: "course", cases: "() => [{ args: [] }]" };
  return `import type { PublicCheck } from "../../check/define";

/** The checks that learners run themselves. */
export const checks: PublicCheck[] = ${todo(lesson, form, (test) => (test.hidden ? "" : visible(test)))};
`;
}

/** The text of `staff/hidden-checks.ts`: the Python of the tests that learners did not see. */
export function writeHiddenChecks(lesson: Lesson): string {
  const form = { id: "random", cases: "(random) => [{ args: [random.uniform(-1, 1)] }]" };
  return `import type { HiddenCheck } from "../../../check/define";

/** Checks with random inputs. */
export const hiddenChecks: HiddenCheck[] = ${todo(lesson, form, secret)};
`;
}

/** An empty list with a comment for each function: what a check looks like, and its tests so far. */
function todo({ functions, parts }: Lesson, form: { id: string; cases: string }, text: (test: Part) => string): string {
  const blocks = functions.map(({ name, points, tests }) => {
    const fields = `id: "${name}.${form.id}", function: "${name}", title: "…", points: ${points}, cases: ${form.cases}`;
    const head = `// TODO: ${name} needs a check, of this form; what is expected comes from staff/solution.ts.\n// { ${fields} },`;
    return [head, ...pythonOf(tests, text)].join("\n//\n");
  });
  const assigned = functions.flatMap(({ tests }) => tests);
  const others = pythonOf(
    parts.filter((part) => part.role === "tests" && !assigned.includes(part)),
    text,
  );
  if (others.length > 0) blocks.push(["// TODO: these tests are of no function.", ...others].join("\n//\n"));
  return blocks.length > 0 ? `[\n${indent(blocks.join("\n//\n"))}\n]` : "[]";
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
