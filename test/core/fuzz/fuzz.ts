/**
 * `npm run fuzz:numpy`: random calls of np's functions, compared with NumPy. Prints a table of how they differ.
 *
 *     npm run fuzz:numpy -- --seed 7 --count 100000 --show 3
 *
 * `--fixtures` writes the cases to test/golden/numpy-fuzz.jsonl.gz, for test/core/fuzz.test.ts.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { pythonWithNumpy } from "../pythonWithNumpy";
import type { Case } from "../runCase";
import { judge } from "./judge";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "20000" },
    show: { type: "string", default: "0" },
    fixtures: { type: "boolean", default: false },
  },
});

const root = join(__dirname, "../../..");

function main(): void {
  const text = makeCases(pythonWithNumpy());
  if (values.fixtures) writeFileSync(join(root, "test/golden/numpy-fuzz.jsonl.gz"), gzipSync(text, { level: 9 }));
  const cases = text.trim().split("\n");
  const classes = new Map<string, string[]>();
  for (const line of cases) {
    const fixture = JSON.parse(line) as Case;
    const difference = judge(fixture);
    if (difference === null) continue;
    const name = `${fixture.f}: ${difference}`;
    classes.set(name, [...(classes.get(name) ?? []), line]);
  }
  const total = [...classes.values()].reduce((sum, found) => sum + found.length, 0);
  console.log(`${cases.length} calls with seed ${values.seed}, ${total} differ from NumPy`);
  for (const [name, found] of [...classes].sort(([, p], [, q]) => q.length - p.length)) {
    console.log(`${String(found.length).padStart(6)}  ${name}`);
    for (const line of found.slice(0, Number(values.show))) console.log(`        ${line.slice(0, 400)}`);
  }
  process.exitCode = total > 0 ? 1 : 0;
}

function makeCases(python: string): string {
  const script = join(__dirname, "make_cases.py");
  return execFileSync(python, [script, values.seed, values.count], { encoding: "utf8", maxBuffer: 2 ** 30 });
}

main();
