import { describe, expect, test } from "vitest";
import { assignment } from "../../../src/assignments/02-shallow-network/assignment";
import { misconceptions } from "../../../src/assignments/02-shallow-network/staff/misconceptions";
import { loadStaff } from "../../../src/builder/loadStaff";
import { prepare, tryOut } from "../../../src/builder/trial";
import { argumentsOf, expectClose, golden } from "./golden";

// Generous, for machines that are busy with something else.
const timeout = 120_000;

test("marks every unusual but correct solution as right, for 200 seeds", { timeout }, async () => {
  const staff = await loadStaff(assignment);
  const all = [{ title: "solution", functions: staff.solution }, ...staff.alternatives];
  for (let seed = 0; seed < 200; seed++) {
    // Training takes longest, and repeats what the other functions have shown.
    const rare = staff.hiddenChecks.filter((check) => check.function !== "nnModel" || seed % 40 === 0);
    const drawn = await prepare(
      { ...assignment, checks: [] },
      { ...staff, misconceptions: [], hiddenChecks: rare },
      seed,
    );
    for (const check of drawn) {
      for (const { title, functions } of all) {
        expect((await tryOut(check, functions)).status, `${title}, ${check.check.id}, seed ${seed}`).toBe("correct");
      }
    }
  }
});

test("names the misconception in every hidden check that it fails, whatever the seed", { timeout }, async () => {
  const staff = await loadStaff(assignment);
  for (const seed of [2, 3, 4]) {
    for (const prepared of await prepare({ ...assignment, checks: [] }, staff, seed)) {
      const { id: check, function: name } = prepared.check;
      for (const { id, implementation } of misconceptions.filter((each) => each.function === name)) {
        const { failure } = await tryOut(prepared, { [name]: implementation });
        if (failure) expect(failure.misconception?.id, `${check}, seed ${seed}`).toBe(id);
        // Only an input made for it shows a probability of exactly 0.5.
        else expect(id).toBe("shallow-predict-inclusive");
      }
    }
  }
});

describe("the known mistake", () => {
  const outputOf = (id: string, args: unknown[]) =>
    misconceptions.find((each) => each.id === id)?.implementation(...args) as never;

  test.each(golden.mistakes.filter(({ vector }) => vector).map((mistake) => [mistake.id, mistake] as const))(
    "%s comes to what was found",
    (id, { vector = "", wrongOutput }) => {
      expectClose(outputOf(id, argumentsOf(vector)), wrongOutput, id);
    },
  );

  test("shallow-print-modulo records all but one of 100 iterations, where the course's printed all but one of 1000", () => {
    const [X, Y, nH] = argumentsOf("shallow.nn_model.v2");
    const { costs } = outputOf("shallow-print-modulo", [X, Y, nH, 1000]) as { costs: number[] };
    expect(costs.length).toBe(1000 - 1000 / 100);
    const found = golden.mistakes.find(({ id }) => id === "shallow-print-modulo")?.wrongOutput;
    expect(found).toEqual({ "printed iterations of 10000": 10000 - 10000 / 1000 });
  });
});
