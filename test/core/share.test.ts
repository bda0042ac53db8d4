import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allocate } from "../../src/core/allocate";
import { share } from "../../src/core/share";

it("gives parts of one slab that do not overlap, all of zeros", () => {
  const parts = Array.from({ length: 100 }, (_, i) => share(9 + (i % 120)) as Float64Array);
  for (const [i, part] of parts.entries()) {
    expect([...part]).toEqual(new Array(9 + (i % 120)).fill(0));
    part.fill(i + 1);
  }
  for (const [i, part] of parts.entries()) expect(new Set(part)).toEqual(new Set([i + 1]));
  expect(new Set(parts.map(({ buffer }) => buffer)).size).toBeLessThan(50);
});

it("gives arrays of more than 128 elements, and those that V8 keeps within the object, memory of their own", () => {
  for (const n of [0, 1, 8, 129, 1000]) {
    expect(share(n)).toBeNull();
    expect(allocate(n).buffer.byteLength).toBe(8 * n);
  }
});

it("makes no slab larger than 4 KB", () => {
  for (let n = 9; n <= 128; n++) expect(allocate(n).buffer.byteLength).toBeLessThanOrEqual(4096);
});

describe("a loop that keeps one small array an iteration", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "nablab-kept-"));
  const program = path.join(folder, "keptArrays.js");
  const megabytes = (n: number, memory: "own" | "np"): number =>
    Number(execFileSync(process.execPath, [program, String(n), memory], { encoding: "utf8" }));

  beforeAll(() => {
    const entryPoints = [path.join(__dirname, "keptArrays.ts")];
    buildSync({ entryPoints, bundle: true, platform: "node", outfile: program });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  // Measured: 1.1 to 1.9 times.
  it.each([9, 25, 49])(
    "takes at most three times the memory that arrays of its own would, of %i numbers each",
    (n) => {
      expect(megabytes(n, "np")).toBeLessThan(3 * megabytes(n, "own"));
    },
    60_000,
  );
});
