import type { Cell, Step } from "./Cell";

const region = /^([ \t]*)\/\/ BEGIN SOLUTION\n[\s\S]*?\n[ \t]*\/\/ END SOLUTION$/gm;

/**
 * Replaces the solution in every graded cell with what a learner starts from: in the place of its first region an error
 * that says that the function is not written yet, and in the place of each a comment that asks for code. The lines
 * between regions are given.
 *
 * @throws Error for a graded cell without a solution region, or with one that does not end
 */
export const stripSolutions: Step = (cells) =>
  cells.map((cell): Cell => {
    if (!cell.graded) return cell;
    const regions = cell.source.match(region)?.length ?? 0;
    const markers = cell.source.match(/\/\/ (BEGIN|END) SOLUTION/g)?.length ?? 0;
    if (regions === 0 || markers !== 2 * regions)
      throw new Error(`${cell.graded} needs regions // BEGIN SOLUTION … // END SOLUTION, got ${regions} that end`);
    let isFirst = true;
    const source = cell.source.replace(region, (_, indent: string) => {
      const start = isFirst ? `\n${indent}throw new NotImplemented("${cell.graded}");` : "";
      isFirst = false;
      return `${indent}// YOUR CODE HERE${start}`;
    });
    return { ...cell, source };
  });
