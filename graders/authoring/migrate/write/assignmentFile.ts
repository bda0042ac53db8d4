import type { GradedFunction } from "../GradedFunction";
import type { Lesson } from "../Lesson";
import { formatPoints } from "./amount";
import { wrap } from "./signature";

/** The text of `assignment.ts`, with the points from the old metadata. */
export function writeAssignment({ slug, number, title, functions }: Lesson): string {
  const total = functions.reduce((sum, { points }) => sum + points, 0);
  return `import type { Assignment, Recorded } from "../../check/contract";
import { checks } from "./checks";
import recorded from "./expected.json";

// TODO: ${total > 0 ? `the points are those of the old notebook, ${formatPoints(total)} in all` : "the old notebook names no points"}; nablab wants 100.
export const assignment: Assignment = {
  number: ${number},
  slug: ${JSON.stringify(slug)},
  title: ${JSON.stringify(title)},
  functions: [${functions.map((one) => `\n${writeEntry(one)}`).join("")}${functions.length > 0 ? "\n  " : ""}],
  checks,
  recorded: recorded as Recorded,
};
`;
}

function writeEntry({ name, points, uses, python }: GradedFunction): string {
  const fields = [`name: "${name}"`, `points: ${points}`];
  if (uses.length > 0) fields.push(`uses: [${uses.map((used) => `"${used}"`).join(", ")}]`);
  if (python.isAsync) fields.push("async: true");
  const line = `    { ${fields.join(", ")} },`;
  return line.length <= 120 ? line : wrap("    {", fields, "},", "    ");
}
