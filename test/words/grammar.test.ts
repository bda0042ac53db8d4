import { expect, test } from "vitest";
import { words } from "../../src/words/words";

const { and, or, first, ordinal, place } = words.grammar;

test("names are listed, with a conjunction or as the first of many", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(and)).toEqual(["", "a", "a and b", "a, b and c"]);
  expect([["a"], ["a", "b"], ["a", "b", "c"]].map(or)).toEqual(["a", "a or b", "a, b or c"]);
  expect([["a"], ["a", "b", "c"], ["a", "b", "c", "d"]].map(first)).toEqual(["a", "a, b, c", "a, b, c, …"]);
});

test("positions and places are counted from 1", () => {
  expect([0, 1, 2, 3].map(ordinal)).toEqual(["first", "second", "third", "4th"]);
  expect(place({ cell: 4, line: 2 })).toBe("code cell 4, line 2");
  expect(place({ cell: null, line: 2 })).toBe("line 2");
});
