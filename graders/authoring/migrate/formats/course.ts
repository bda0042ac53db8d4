import { type Part, plainCell, wholeCell } from "../Part";
import type { SourceCell } from "../SourceCell";
import type { Format } from "./Format";

/** The style of the well-known courses: `# GRADED FUNCTION: sigmoid`, and START / END CODE HERE around the solution. */
const graded = /^#\s*(UNQ_\w+\b.*\n#\s*)?GRADED (FUNCTIONS?|CELL)\b|\bSTART CODE HERE\b|\bYOUR CODE STARTS HERE\b/im;

/** Cells that call a test from a module beside the notebook, or assert something. */
const tests = /^[ \t]*(?:assert\b|\w{1,80}_tests?(?:_\w+)?\(|\w{0,80}tests?\.\w+\()/m;

function readCell(cell: SourceCell, solved: boolean): Part {
  if (cell.type !== "code") return plainCell(cell);
  if (graded.test(cell.source)) return wholeCell(cell, "solution");
  return solved && tests.test(cell.source) ? wholeCell(cell, "tests") : plainCell(cell);
}

export const course: Format = {
  name: "course style",
  namesQuestions: false,
  matches: (cells) => cells.some(({ type, source }) => type === "code" && graded.test(source)),
  read: (cells) => {
    let solved = false;
    return cells.map((cell) => {
      const part = readCell(cell, solved);
      solved ||= part.role === "solution";
      return part;
    });
  },
};
