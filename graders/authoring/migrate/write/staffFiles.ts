import type { Lesson } from "../Lesson";
import { placeOf } from "../SourceCell";
import { formatPoints } from "./amount";

/** The text of `staff/misconceptions.ts`. */
export const misconceptionsFile = `import type { Misconception } from "../../../check/contract";

// TODO: what learners get wrong, each mistake with an id, a message that teaches, and an implementation that makes it.
export const misconceptions: Misconception[] = [];
`;

/** The text of `staff/alternatives.ts`. */
export const alternativesFile = `import type { Alternative } from "../../../check/contract";

// TODO: correct solutions that are unusual, such as explicit loops; they must earn full marks.
export const alternatives: Alternative[] = [];
`;

/** The text of `staff/manual.md`: what was graded by hand, with the notebook's answers; null if there was nothing. */
export function writeManual({ parts }: Lesson): string | null {
  const manual = parts.filter(({ role }) => role === "manual");
  if (manual.length === 0) return null;
  const sections = manual.map(({ cell, source, points, question }) => {
    const title = [question ?? "", placeOf(cell), points === null ? "" : `points: ${formatPoints(points)}`].filter(
      Boolean,
    );
    // A fence longer than any in the text.
    const longest = Math.max(2, ...(source.match(/`+/g) ?? []).map((ticks) => ticks.length));
    const fence = "`".repeat(longest + 1);
    return `## ${title.join(", ")}\n\n${fence}${cell.type === "code" ? "python" : "markdown"}\n${source}\n${fence}\n`;
  });
  return `# Graded by hand in the old notebook\n\n${sections.join("\n")}`;
}
