import { describe, expect, test } from "vitest";
import { assignment } from "../../../src/assignments/02-shallow-network/assignment";
import { misconceptions } from "../../../src/assignments/02-shallow-network/staff/misconceptions";
import { expectMisconceptionsNamed } from "../soundChecks";
import { argumentsOf, expectClose, golden } from "./golden";

// Generous, for machines that are busy with something else.
const timeout = 120_000;

test("names every misconception in each check that it fails, whatever the seed", { timeout }, () =>
  // A probability of exactly 0.5 takes an input made for it.
  expectMisconceptionsNamed(assignment, ["shallow-predict-inclusive"]),
);

describe("the known mistake", () => {
  const outputOf = (id: string, args: unknown[]) =>
    misconceptions.find((each) => each.id === id)?.implementation(...args) as never;

  test.each(golden.mistakes.filter(({ vector }) => vector).map((mistake) => [mistake.id, mistake] as const))(
    "%s comes to what was found",
    (id, { vector = "", wrongOutput }) => {
      expectClose(outputOf(id, argumentsOf(vector)), wrongOutput, id);
    },
  );

  test("shallow-print-modulo records all but one of 10 iterations, where the course's printed all but one of 1000", () => {
    const [X, Y, nH] = argumentsOf("shallow.nn_model.v2");
    const { costs } = outputOf("shallow-print-modulo", [X, Y, nH, 1000]) as { costs: number[] };
    expect(costs.length).toBe(1000 - 1000 / 10);
    const found = golden.mistakes.find(({ id }) => id === "shallow-print-modulo")?.wrongOutput;
    expect(found).toEqual({ "printed iterations of 10000": 10000 - 10000 / 1000 });
  });
});
