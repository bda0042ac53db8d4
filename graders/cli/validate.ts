import type { Command } from "commander";
import { nameOf } from "../../src/builder/folderOf";
import { type Finding, validate } from "../../src/builder/validate";
import { wholeNumber } from "./options";
import { selectAssignments } from "./selectAssignments";

export function register(program: Command): void {
  program
    .command("validate [slug...]")
    .description("prove assignments sound: solution, starter, misconceptions, points, freshness")
    .option("--seed <n>", "of the hidden checks' inputs", wholeNumber(0), 1)
    .action(run);
}

async function run(slugs: string[], { seed }: { seed: number }): Promise<void> {
  for (const assignment of selectAssignments(slugs)) {
    const findings = await validate(assignment, seed);
    console.log(nameOf(assignment));
    for (const finding of findings) console.log(format(finding));
    if (findings.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
  }
}

function format({ what, problems }: Finding): string {
  return [`  ${problems.length === 0 ? "✓" : "✗"} ${what}`, ...problems.map((problem) => `      ${problem}`)].join(
    "\n",
  );
}
