import type { Lesson } from "../Lesson";
import { type Kind, kinds, type Remark } from "../Remark";
import { placeOf } from "../SourceCell";
import { amount, formatPoints } from "./amount";

export interface Counts {
  cells: number;
  markdown: number;
  outputs: number;
}

/** The text of `MIGRATION.md`: what came over, what did not, and what to do next. */
export function writeReport(lesson: Lesson, remarks: readonly Remark[], counts: Counts): string {
  const { fileName, format: formatName } = lesson;
  return `# Migration of ${fileName}

From ${formatName}. Cells are counted from 1, of whatever type; lines are lines of a cell. Nothing of the notebook was run.

${amount(counts.cells, "cell")}: ${counts.markdown} of markdown, kept word for word; ${amount(counts.outputs, "output")} left out.

## Functions

${table(lesson)}

${pointsNote(lesson)}

## Not carried over

${sections(remarks) || "Everything was."}

## Next steps

${nextSteps(lesson)}
`;
}

function table({ functions }: Lesson): string {
  const total = functions.reduce((sum, { points }) => sum + points, 0);
  const rows = functions.map(({ python, name, points, part, tests }) => {
    const share = total > 0 ? `${formatPoints((100 * points) / total)}` : "";
    return `| \`${python.name}\` | \`${name}\` | ${placeOf(part.cell)} | ${formatPoints(points)} | ${share} | ${tests.length} |`;
  });
  return ["| Python | TypeScript | from | points | of 100 | test cells |", "|---|---|---|---|---|---|", ...rows].join(
    "\n",
  );
}

function pointsNote({ functions, parts }: Lesson): string {
  const total = functions.reduce((sum, { points }) => sum + points, 0);
  const all = parts.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const lost = all - total;
  const rest = lost > 0.01 ? ` ${amount(lost, "point")} more belong to what is no function: nobody gets them.` : "";
  if (all === 0) return "The notebook names no points; nablab wants 100 in all.";
  return `${amount(total, "point")} in \`assignment.ts\`, as the notebook had them; nablab wants 100 in all.${rest}`;
}

function sections(remarks: readonly Remark[]): string {
  const present = (Object.keys(kinds) as Kind[]).filter((kind) => remarks.some((remark) => remark.kind === kind));
  return present
    .map((kind) => {
      const { title, advice } = kinds[kind];
      const lines = remarks.filter((remark) => remark.kind === kind).map(formatRemark);
      return `### ${title}\n\n${advice}\n\n${lines.join("\n")}`;
    })
    .join("\n\n");
}

function formatRemark({ cell, line, text }: Remark): string {
  return `- ${placeOf(cell, line)}: ${text}`;
}

function nextSteps({ slug, number }: Lesson): string {
  const folder = `src/assignments/${String(number).padStart(2, "0")}-${slug}/`;
  return `1. Move this folder to \`${folder}\`.
2. \`staff/solution.ts\`: write the functions, their documentation with shapes and their types (notebooks do not know
   \`Value\`); the Python stands above each.
3. \`checks.ts\`, \`staff/hidden-checks.ts\`: write inputs for every function; the old tests stand there as comments.
4. \`assignment.ts\`: let the points of the functions come to 100, and those of their checks to the functions'.
5. \`notebook.ts\`: look for TODO.
6. \`npx --no nablab build ${slug} && npx --no nablab validate ${slug}\` says what is still missing.
7. \`staff/misconceptions.ts\`: the mistakes that learners make, each with a message that teaches.
8. Delete this file when all of that is done.`;
}

/** The same in a few lines, for the terminal. */
export function writeSummary(lesson: Lesson, remarks: readonly Remark[]): string {
  const functions = lesson.functions.map(({ python, name, points }) => {
    return `  ${python.name === name ? name : `${python.name} -> ${name}`}  ${amount(points, "point")}`;
  });
  const left = (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const count = remarks.filter((remark) => remark.kind === kind).length;
    return count > 0 ? [`  ${String(count).padStart(4)}  ${kinds[kind].title}`] : [];
  });
  return [
    `${lesson.fileName}: ${lesson.format}, ${amount(lesson.functions.length, "graded function")}`,
    ...(functions.length > 0 ? functions : ["  no solution cell defines a function, and nablab grades functions only"]),
    ...(left.length > 0 ? ["Not carried over:", ...left] : []),
  ].join("\n");
}
