import { words } from "../../src/words/words";
import { type MutationReport, requiredScore, type Survivor } from "../authoring/mutation/mutate";

const say = words.commands.validate;

/** An assignment's mutation score, function by function, followed by every mutant that went unnoticed. */
export function mutationText(name: string, { score, functions, survivors, wrongEntries }: MutationReport): string {
  const width = Math.max(...functions.map((each) => each.name.length));
  const table = functions.map((each) => {
    const counts = say.counts(each.caught, each.survived, each.equivalent);
    return `  ${each.survived === 0 ? "✓" : "✗"} ${each.name.padEnd(width)}  ${percent(each.score).padStart(7)}  ${counts}`;
  });
  const wrong = wrongEntries.map(({ function: own, line }) => `  ✗ ${say.wrongEntry(own, line)}`);
  const isEnough = score >= requiredScore;
  const heading = isEnough
    ? say.score(name, percent(score))
    : say.lowScore(name, percent(score), percent(requiredScore));
  return [heading, ...table, ...survivors.map(survivorText), ...wrong].join("\n");
}

function survivorText({ function: name, kind, line, before, after, check }: Survivor): string {
  const removed = before.split("\n").map((text) => `      - ${text}`);
  const added = after.split("\n").map((text) => `      + ${text}`);
  const where = `    ${say.survivor(name, line, kind, check)}`;
  return [where, ...removed, ...added].join("\n");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
