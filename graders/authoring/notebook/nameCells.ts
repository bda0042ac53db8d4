import type { Cell, Step } from "./Cell";

/**
 * Gives every cell an id from its place in the lesson, which does not change with other sections: `graded-sigmoid`, or
 * the section's heading and a number within the section, `the-cost-2`.
 */
export const nameCells: Step = (cells) => {
  let section = "start";
  const used = new Map<string, number>();
  return cells.map((cell): Cell => {
    if (cell.graded) return { ...cell, id: `graded-${cell.graded}` };
    const heading = cell.type === "markdown" && /^#+ (.+)$/m.exec(cell.source);
    if (heading) section = slugOf(heading[1]);
    const count = (used.get(section) ?? 0) + 1;
    used.set(section, count);
    return { ...cell, id: count === 1 ? section : `${section}-${count}` };
  });
};

/** Keeps within the 64 characters that an id may have. */
function slugOf(heading: string): string {
  const words = heading.toLowerCase().match(/[a-z0-9]+/g) ?? ["section"];
  return words.join("-").slice(0, 50).replace(/-$/, "");
}
