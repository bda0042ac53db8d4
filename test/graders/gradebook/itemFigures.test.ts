import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ItemScore, itemFigures } from "../../../graders/gradebook/itemFigures";

interface Case {
  name: string;
  maxPoints: Record<string, number>;
  scores: Record<string, number[]>;
  facility: Record<string, number>;
  itemRest: Record<string, number | null>;
}

/** Written by SciPy: make_scipy_fixtures.py. */
const cases = JSON.parse(readFileSync(join(__dirname, "../../golden/items.json"), "utf8")) as Case[];

const scoresOf = ({ scores, maxPoints }: Pick<Case, "scores" | "maxPoints">): ItemScore[] =>
  Object.entries(scores).flatMap(([name, all]) =>
    all.map((points, i) => ({ person: `p${i}`, name, points, maxPoints: maxPoints[name] })),
  );

describe("The figures of items", () => {
  test.each(cases)("are SciPy's: $name", (one) => {
    const figures = itemFigures(scoresOf(one));
    expect(figures.map(({ name }) => name)).toEqual(Object.keys(one.facility));
    for (const { name, facility, itemRest } of figures) {
      expect(Math.abs(Number(facility) - one.facility[name])).toBeLessThan(1e-12);
      const expected = one.itemRest[name];
      if (itemRest.kind !== "known") expect(expected).toBe(null);
      else expect(Math.abs(itemRest.r - Number(expected))).toBeLessThan(1e-12);
    }
  });

  test("say why there is no correlation", () => {
    const kinds = (scores: Record<string, number[]>): string[] =>
      itemFigures(scoresOf({ scores, maxPoints: { f: 10, g: 10, h: 10 } })).map(({ itemRest }) => itemRest.kind);
    expect(kinds({ f: [3], g: [4] })).toEqual(["few", "few"]);
    expect(kinds({ f: [10, 10], g: [4, 5] })).toEqual(["constant", "constant-rest"]);
    // Added up, these are not the same in the last digit.
    expect(kinds({ f: [1, 0, 1], g: [0.1, 0.7, 0.3], h: [0.7, 0.1, 0.5] })).toEqual([
      "constant-rest",
      "known",
      "known",
    ]);
    expect(kinds({})).toEqual([]);
  });

  test("leave out learners whose submission was graded without the function, and what is worth nothing", () => {
    const scores: ItemScore[] = [
      { person: "a", name: "f", points: 10, maxPoints: 10 },
      { person: "b", name: "f", points: 0, maxPoints: 20 },
      { person: "b", name: "old", points: 0, maxPoints: 0 },
    ];
    expect(itemFigures(scores)).toEqual([
      { name: "f", learners: 2, facility: 0.5, itemRest: { kind: "constant-rest" } },
      { name: "old", learners: 1, facility: null, itemRest: { kind: "few" } },
    ]);
  });
});
