import type { Cell, Step } from "./Cell";

const region = /^([ \t]*)\/\/ BEGIN SOLUTION\n[\s\S]*?\n[ \t]*\/\/ END SOLUTION$/gm;

/**
 * Replaces the solution in every graded cell with what a learner starts from: an error that says that the function is
 * not written yet.
 *
 * @throws Error for a graded cell that does not have exactly one solution region
 */
export const stripSolutions: Step = (cells) =>
  cells.map((cell): Cell => {
    if (!cell.graded) return cell;
    const regions = cell.source.match(region)?.length ?? 0;
    if (regions !== 1)
      throw new Error(`${cell.graded} needs one region // BEGIN SOLUTION … // END SOLUTION, got ${regions}`);
    const starter = `$1// YOUR CODE HERE\n$1throw new NotImplemented("${cell.graded}");`;
    return { ...cell, source: cell.source.replace(region, starter) };
  });
