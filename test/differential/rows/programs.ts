import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { callersOfSigmoid, type Row } from "../Row";

/** Their sigmoid returns what it returned for an array of the same shape, whichever check asked for that. */
const remembering = ["agreed/logistic-regression/sigmoid-memo-by-shape", "agreed/logistic-regression/stale-sigmoid"];
const folder = join(__dirname, "../../fixtures/programs");

/**
 * Whole programs. Those in `right/` are right; those in `agreed/` have slips, which checks may or may not see, and all
 * worlds must say the same of them.
 */
export function programs(functionsOf: (assignment: string) => readonly string[]): Row[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.sort().map((file) => {
    const assignment = basename(dirname(file));
    const program = readFileSync(join(folder, file), "utf8");
    const own = functionsOf(assignment).filter((name) => declares(program, name));
    const name = file.replace(/\.ts$/, "");
    const differs = callersOfSigmoid.map((caller) => [caller, "sigmoid remembers what other checks asked for"]);
    return {
      name,
      differs: remembering.includes(name) ? Object.fromEntries(differs) : undefined,
      assignment,
      before: [program],
      functions: Object.fromEntries(own.map((name) => [name, ""])),
      wrong: file.startsWith("right") ? undefined : "any",
      separately: !file.startsWith("right"),
    };
  });
}

function declares(program: string, name: string): boolean {
  return new RegExp(
    `^(export )?(async )?(function\\*?|const|let|var) ${name}\\b|^(const|let) (\\{[^}]*|[^=]*[ ,])\\b${name}\\b[^=]*|\\bas ${name} \\}`,
    "m",
  ).test(program);
}
