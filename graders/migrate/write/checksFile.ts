import type { GradedFunction } from "../GradedFunction";
import { hiddenTestLines, onlyLines, withoutLines } from "../hiddenLines";
import type { Lesson } from "../Lesson";
import type { Part } from "../Part";
import { placeOf } from "../SourceCell";
import { format } from "./assignmentFile";
import { codeComment } from "./comment";

/** The text of `checks.ts`: the Python of the tests that learners saw, to be turned into inputs. */
export function writeChecks({ functions }: Lesson): string {
  return `import type { PublicCheck } from "../../check/define";

/** The checks that learners run themselves. */
export const checks: PublicCheck[] = [
${indent(todo("course", "() => [{ args: [] }]", functions, (test) => (test.hidden ? "" : visible(test))))}
];
`;
}

/** The text of `staff/hidden-checks.ts`: the Python of the tests that learners did not see. */
export function writeHiddenChecks({ functions }: Lesson): string {
  return `import type { HiddenCheck } from "../../../check/define";

/** Checks with random inputs. */
export const hiddenChecks: HiddenCheck[] = [
${indent(todo("random", "(random) => [{ args: [random.uniform(-1, 1)] }]", functions, secret))}
];
`;
}

function todo(id: string, cases: string, functions: readonly GradedFunction[], text: (test: Part) => string): string {
  const blocks = functions.map(({ name, points, tests }) => {
    const texts = tests.map((test) => ({ test, python: text(test) })).filter(({ python }) => python.trim() !== "");
    const entry = `{ id: "${name}.${id}", function: "${name}", title: "…", points: ${points}, cases: ${cases} },`;
    const sections = [
      `// TODO: ${name} needs a check, of this form; what is expected comes from staff/solution.ts.\n// ${entry}`,
      ...texts.map(({ test, python }) => `// Python, ${describe(test)}:\n//\n${codeComment(python)}`),
    ];
    return sections.join("\n//\n");
  });
  return blocks.join("\n//\n");
}

function describe({ cell, points }: Part): string {
  return points === null ? placeOf(cell) : `${placeOf(cell)}, ${format(points)} ${points === 1 ? "point" : "points"}`;
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
