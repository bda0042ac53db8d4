import { type MutationReport, requiredScore, type Survivor } from "../authoring/mutation/mutate";

/** The mutation score of an assignment, function by function, and below it every mutant that went unnoticed. */
export function mutationText(name: string, { score, functions, survivors, wrongEntries }: MutationReport): string {
  const width = Math.max(...functions.map((each) => each.name.length));
  const table = functions.map((each) => {
    const counts = `${each.caught} caught, ${each.survived} survived, ${each.equivalent} equivalent`;
    return `  ${each.survived === 0 ? "✓" : "✗"} ${each.name.padEnd(width)}  ${percent(each.score).padStart(7)}  ${counts}`;
  });
  const wrong = wrongEntries.map(
    ({ function: own, line }) => `  ✗ staff/equivalent-mutants.ts: no mutant of ${own} that survives is: ${line}`,
  );
  const goal = score >= requiredScore ? "" : `, and ${percent(requiredScore)} are required`;
  return [`${name}: mutation score ${percent(score)}${goal}`, ...table, ...survivors.map(survivorText), ...wrong].join(
    "\n",
  );
}

function survivorText({ function: name, kind, line, before, after, check }: Survivor): string {
  const removed = before.split("\n").map((text) => `      - ${text}`);
  const added = after.split("\n").map((text) => `      + ${text}`);
  const where = `    ${name}, staff/solution.ts:${line}, ${kind}; ${check} should have caught it:`;
  return [where, ...removed, ...added].join("\n");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
