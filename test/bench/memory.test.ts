import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { expect, it } from "vitest";

it("memory stays flat over a synchronous loop of 100,000 iterations", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "nablab-memory-"));
  const outfile = path.join(folder, "memory.js");
  buildSync({ entryPoints: [path.join(__dirname, "memory.ts")], bundle: true, platform: "node", outfile });
  const { start, end } = JSON.parse(execFileSync(process.execPath, [outfile], { encoding: "utf8" }));
  rmSync(folder, { recursive: true });
  // The loop makes some 3 million arrays; without garbage collection they would take more than 1 GB.
  expect(end - start).toBeLessThan(150);
}, 120_000);
