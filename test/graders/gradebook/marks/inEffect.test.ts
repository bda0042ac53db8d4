import { expect, test } from "vitest";
import { inEffect } from "../../../../graders/gradebook/marks/inEffect";

test("The regrades in effect are those that were not taken back, in their order", () => {
  const ids = (...rows: [string, string | null][]): string[] =>
    inEffect(rows.map(([id, undoes]) => ({ id, undoes }))).map(({ id }) => id);
  expect(ids()).toEqual([]);
  expect(ids(["a", null], ["b", null])).toEqual(["a", "b"]);
  expect(ids(["a", null], ["b", null], ["c", "b"])).toEqual(["a"]);
  expect(ids(["a", null], ["b", "a"], ["c", null])).toEqual(["c"]);
  expect(ids(["a", null], ["b", null], ["c", "b"], ["d", "a"])).toEqual([]);
});
