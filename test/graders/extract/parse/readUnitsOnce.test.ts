import { expect, test } from "vitest";
import { readUnitsOnce } from "../../../../graders/extract/parse/readUnitsOnce";

const cell = { number: 3, source: "const f = () => 1;" };

test("the same cell at the same place in another notebook is not read again", () => {
  expect(readUnitsOnce({ ...cell })).toBe(readUnitsOnce({ ...cell }));
});

test("the same code in another cell has a place of its own", () => {
  readUnitsOnce(cell);
  expect(readUnitsOnce({ ...cell, number: 4 }).units[0].place).toEqual({ cell: 4, line: 1 });
  expect(readUnitsOnce({ ...cell, number: null }).units[0].place).toEqual({ cell: null, line: 1 });
});

test("a cell that is asked for again and again stays, and others are forgotten, so that memory does not grow", () => {
  const [kept, forgotten] = [readUnitsOnce(cell), readUnitsOnce({ ...cell, source: "const g = 1;" })];
  for (let number = 0; number < 1000; number++) {
    readUnitsOnce({ number, source: "const h = 1;" });
    readUnitsOnce(cell);
  }
  expect(readUnitsOnce(cell)).toBe(kept);
  expect(readUnitsOnce({ ...cell, source: "const g = 1;" })).not.toBe(forgotten);
});
