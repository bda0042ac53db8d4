import { expectTypeOf, test } from "vitest";
import type { Difference, rungs } from "../../src/check/compare";

test("every kind of difference has a rung on the ladder", () => {
  expectTypeOf<keyof typeof rungs>().toEqualTypeOf<Difference["kind"]>();
});
