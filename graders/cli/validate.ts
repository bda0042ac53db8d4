import { type Command, Option } from "commander";
import { nameOf } from "../../src/builder/folderOf";
import { type Finding, validate } from "../../src/builder/validate";
import { wholeNumber } from "./options";
import { selectAssignments } from "./selectAssignments";

interface Options {
  seed: number;
  seeds: number;
  format: "text" | "json";
}

/** What is known of one assignment; sound when no finding has a problem. */
interface Result {
  assignment: string;
  sound: boolean;
  findings: Finding[];
}

export function register(program: Command): void {
  program
    .command("validate [slug...]")
    .description("prove assignments sound: solution, starter, misconceptions, tolerances, points, freshness")
    .option("--seed <n>", "of the hidden checks' inputs", wholeNumber(0), 1)
    .option("--seeds <n>", "how many seeds the hidden checks must be stable with", wholeNumber(1), 200)
    .addOption(new Option("--format <format>", "of the output").choices(["text", "json"]).default("text"))
    .action(run);
}

async function run(slugs: string[], { seed, seeds, format }: Options): Promise<void> {
  const results: Result[] = [];
  for (const assignment of selectAssignments(slugs)) {
    const findings = await validate(assignment, { seed, seeds });
    const sound = findings.every(({ problems }) => problems.length === 0);
    const result = { assignment: nameOf(assignment), sound, findings };
    results.push(result);
    if (format === "text") console.log(toText(result));
  }
  if (format === "json") console.log(JSON.stringify(results, null, 2));
  if (results.some(({ sound }) => !sound)) process.exitCode = 1;
}

function toText({ assignment, findings }: Result): string {
  const lines = findings.flatMap(({ what, problems }) => [
    `  ${problems.length === 0 ? "✓" : "✗"} ${what}`,
    ...problems.map((problem) => `      ${problem}`),
  ]);
  return [assignment, ...lines].join("\n");
}
