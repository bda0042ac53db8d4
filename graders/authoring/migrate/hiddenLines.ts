/** Lines that learners do not get, as one of the authoring formats marks them. */
interface Region {
  begin: RegExp;
  end: RegExp;
}

/** nbgrader, otter-grader, and the style of the well-known courses. */
const solutions: Region[] = [
  { begin: /\bBEGIN SOLUTION\b/, end: /\bEND SOLUTION\b/ },
  { begin: /\bSTART CODE HERE\b|\bYOUR CODE STARTS HERE\b/, end: /\bEND CODE HERE\b|\bYOUR CODE ENDS HERE\b/ },
  { begin: /#\s*BEGIN IGNORE\s*$/, end: /#\s*END IGNORE\s*$/ },
];

const hiddenTests: Region[] = [{ begin: /\bBEGIN HIDDEN TESTS\b/, end: /\bEND HIDDEN TESTS\b/ }];

/** otter-grader's single lines, and what nbgrader puts in place of a solution. */
const solutionLine = /#\s*(SOLUTION( NO PROMPT)?|SEED|IGNORE)\s*$|^\s*raise NotImplementedError\(\)\s*$/;
const stub = /^\s*#\s*YOUR CODE HERE\s*$/i;

/** What otter-grader shows learners in place of a solution is in a string; they see it without the quotes. */
const promptMark = /^\s*("""|''')\s*;?\s*#\s*(BEGIN|END) PROMPT\s*$/;

export interface Hidden {
  /** From 1, including the marks. */
  lines: Set<number>;
  /** The first line of a region without an end: everything after it is hidden. */
  unclosed: number | null;
}

/** The lines of a cell that belong to the solution. */
export function solutionLines(source: string): Hidden {
  const hidden = linesWithin(source, solutions);
  for (const [i, line] of source.split("\n").entries()) {
    if (solutionLine.test(line) || stub.test(line) || promptMark.test(line)) hidden.lines.add(i + 1);
  }
  return hidden;
}

/** The lines of a test cell that learners do not see. */
export function hiddenTestLines(source: string): Hidden {
  return linesWithin(source, hiddenTests);
}

function linesWithin(source: string, regions: readonly Region[]): Hidden {
  const lines = new Set<number>();
  let current: Region | undefined;
  let begun = 0;
  for (const [i, line] of source.split("\n").entries()) {
    if (!current) {
      current = regions.find(({ begin }) => begin.test(line));
      begun = i + 1;
    }
    if (!current) continue;
    lines.add(i + 1);
    if (current.end.test(line)) current = undefined;
  }
  return { lines, unclosed: current ? begun : null };
}

/** When an assignment statement is the solution, learners see its left side. */
const solvedAssignment = /^(\s*[\w.]+(?:\[[^\]=]*\])*(?:\s*,\s*[\w.]+(?:\[[^\]=]*\])*)*\s*=)(?!=).*#\s*SOLUTION\s*$/;

/** Hidden lines without `...` for learners: nothing or something else takes their place. */
const withoutPrompt = /NO PROMPT|\b(BEGIN|END) PROMPT\b|# ?SEED\s*$|\bIGNORE\s*$/;

/** What learners get of a cell: `...` replaces each run of hidden lines, indented like its first line. */
export function withoutLines(source: string, hidden: ReadonlySet<number>): string {
  const kept: string[] = [];
  let run: string[] = [];
  const endRun = () => {
    if (run.length > 0 && !run.some((line) => withoutPrompt.test(line))) kept.push(run[0].replace(/\S.*/, "..."));
    run = [];
  };
  for (const [i, line] of source.split("\n").entries()) {
    const assigned = solvedAssignment.exec(line);
    if (hidden.has(i + 1) && !assigned) run.push(line);
    else {
      endRun();
      kept.push(hidden.has(i + 1) && assigned ? `${assigned[1]} ...` : line);
    }
  }
  endRun();
  return kept.join("\n");
}

/** Only the hidden lines, without the marks around them. */
export function onlyLines(source: string, chosen: ReadonlySet<number>): string {
  const marks = [...solutions, ...hiddenTests];
  return source
    .split("\n")
    .filter((line, i) => chosen.has(i + 1) && !marks.some(({ begin, end }) => begin.test(line) || end.test(line)))
    .join("\n");
}
