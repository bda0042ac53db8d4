import { identifiersOf } from "../../scaffold/identifiersOf";
import type { GradedFunction } from "../GradedFunction";
import type { Lesson } from "../Lesson";
import { formatPoints } from "./amount";
import { memberType, wrap } from "./signature";

/** The text of `assignment.ts`, with the points that the old metadata gave. */
export function writeAssignment({ slug, number, title, functions }: Lesson): string {
  const members = functions.map(({ name, python }) => memberType(name, python));
  const total = functions.reduce((sum, { points }) => sum + points, 0);
  const names = ["NDArray", "Value"].filter((name) =>
    members.some((member) => new RegExp(`\\b${name}\\b`).test(member)),
  );
  const fromContract = ["Assignment", "Recorded", ...names.filter((name) => name === "Value")];
  return `import type { ${fromContract.join(", ")} } from "../../check/contract";
${names.includes("NDArray") ? 'import type { NDArray } from "../../core/NDArray";\n' : ""}import { checks } from "./checks";
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
${members.length > 0 ? signatures(slug, members) : ""}`;
}

function signatures(slug: string, members: readonly string[]): string {
  return `
/** The graded functions' signatures. */
export interface ${identifiersOf(slug).type} {
${members.join("\n")}
}
`;
}

function writeEntry({ name, points, uses, python }: GradedFunction): string {
  const fields = [`name: "${name}"`, `points: ${points}`];
  if (uses.length > 0) fields.push(`uses: [${uses.map((used) => `"${used}"`).join(", ")}]`);
  if (python.isAsync) fields.push("async: true");
  const line = `    { ${fields.join(", ")} },`;
  return line.length <= 120 ? line : wrap("    {", fields, "},", "    ");
}
