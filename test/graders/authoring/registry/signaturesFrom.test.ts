import { expect, it } from "vitest";
import { signaturesFrom } from "../../../../graders/authoring/registry/signaturesFrom";

const solution = `import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../core/np";
import { hidden } from "./hidden";
import type { Cache, Unused } from "../assignment";

export const answer = 42;

/** Half of it. */
export function half(x: number): number;
export function half(x: NDArray): NDArray;
export function half(x: number | NDArray): number | NDArray {
  // BEGIN SOLUTION
  return np.divide(x, 2 * hidden);
  // END SOLUTION
}

type Mode = "fast" | "slow";

export async function walk(cache: Cache, steps = 3, mode: Mode = "fast"): Promise<number[]> {
  return [answer, steps];
}

export function helper(x: NDArray) {
  return x;
}
`;

it("keeps the graded functions' signatures, the types that they name, and nothing else", () => {
  expect(signaturesFrom(solution, ["half", "walk"]).split("\n").slice(1)).toEqual([
    'import type { NDArray } from "../../core/NDArray";',
    'import type { Cache } from "./assignment";',
    "export declare function half(x: number): number;",
    "export declare function half(x: NDArray): NDArray;",
    'type Mode = "fast" | "slow";',
    "export declare function walk(cache: Cache, steps?: number, mode?: Mode): Promise<number[]>;",
    "export {};",
    "",
  ]);
});

it("names what a signature leaves to be inferred", () => {
  expect(() => signaturesFrom(solution, ["helper"])).toThrow(
    /^staff\/solution\.ts, at helper: Function must have an explicit return type annotation/,
  );
});

it("lets no type of another file of staff/ through", () => {
  const text = 'import type { Secret } from "./secret";\nexport function f(x: Secret): number {\n  return 1;\n}\n';
  expect(() => signaturesFrom(text, ["f"])).toThrow(
    "a signature in staff/solution.ts uses a type from ./secret: move that type to assignment.ts",
  );
});
