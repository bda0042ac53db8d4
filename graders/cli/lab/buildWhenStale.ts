import { spawnSync } from "node:child_process";
import { globSync, statSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../../../src/kernel/node/packageRoot";
import { words } from "../../../src/words/words";
import { UsageError } from "../UsageError";
import { isWritable } from "./isWritable";

/** What `src/tsconfig.json` leaves out of dist/. */
const notShipped = /^src.assignments.[^\\/]+.(staff|notebook\.ts)/;

/**
 * What `npm run build` runs, found without consulting the PATH. Not `bin/tsc`, which caches V8's code in the temporary
 * folder, where others could put theirs.
 */
const compiler = path.join(packageRoot, "node_modules/typescript/lib/_tsc.js");

/**
 * Builds dist/, which notebooks and the kernel use, when it is missing or older than a source file.
 *
 * @throws UsageError where it cannot be written
 */
export function buildWhenStale(): void {
  const built = modified(path.join(packageRoot, "dist/index.js"));
  const sources = ["src/**/*.{ts,wasm,json}", "package.json"].flatMap((pattern) =>
    globSync(pattern, { cwd: packageRoot }),
  );
  const isFresh = (source: string) => notShipped.test(source) || modified(path.join(packageRoot, source)) <= built;
  if (sources.every(isFresh)) return;
  if (!isWritable(packageRoot)) throw new UsageError(words.lab.staleInstallation(packageRoot));
  // Standard error, as a program may be reading standard output.
  console.error(`nablab: ${words.lab.building}`);
  const { status } = spawnSync(process.execPath, [compiler, "--project", "src/tsconfig.json"], {
    cwd: packageRoot,
    stdio: ["ignore", process.stderr, process.stderr],
  });
  if (status !== 0) {
    console.error(`nablab: ${words.lab.buildFails}`);
    process.exit(1);
  }
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;
}
