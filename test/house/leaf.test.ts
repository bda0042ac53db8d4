import { expect, it } from "vitest";
import { repositoryFiles } from "./files";
import { complaints, programOf } from "./program";

/** All of core except what adds the array's methods, and what exports the array with them. */
const below = repositoryFiles().filter(
  (file) => /^src\/core\/.*\.ts$/.test(file) && !/\/(assembly|methods)\/|\/(methods|NDArray)\.ts$/.test(file),
);

const chained = 'import { zeros } from "./create";\nexport const a = zeros(2).copy();\n';

it("keeps core's own modules to functions: without the chained methods they compile, and nothing else does", () => {
  expect(below.length).toBeGreaterThan(40);
  expect(complaints(programOf(below, { "src/core/chained.ts": chained }))).toEqual([
    "src/core/chained.ts:2: Property 'copy' does not exist on type 'NDArray'.",
  ]);
}, 120_000);
