import { spawnSync } from "node:child_process";
import { globSync, statSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../../../src/kernel/packageRoot";
import { hasSources } from "./hasSources";

/** What `src/tsconfig.json` leaves out of dist/. */
const notShipped = /^src.(builder|assignments.[^\\/]+.(staff|notebook\.ts))/;

/** Builds dist/, which notebooks and the kernel use, when it is missing or older than a source file. */
export function buildWhenStale(): void {
  if (!hasSources()) return;
  const built = modified(path.join(packageRoot, "dist/index.js"));
  const sources = ["src/**/*.{ts,wasm,json}", "package.json"].flatMap((pattern) =>
    globSync(pattern, { cwd: packageRoot }),
  );
  const isFresh = (source: string) => notShipped.test(source) || modified(path.join(packageRoot, source)) <= built;
  if (sources.every(isFresh)) return;
  // Standard output may be for a program to read.
  console.error("nablab: building the library");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["run", "--silent", "build"], {
    cwd: packageRoot,
    stdio: ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("nablab: `npm run build` failed (see above)");
    process.exit(1);
  }
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;
}
