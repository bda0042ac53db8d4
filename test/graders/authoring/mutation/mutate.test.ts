import { join } from "node:path";
import { expect, it } from "vitest";
import { MutantThread } from "../../../../graders/authoring/mutation/MutantThread";
import { mutate } from "../../../../graders/authoring/mutation/mutate";
import { assignment } from "../../../fixtures/mutation/tiny/assignment";

const folder = join(__dirname, "../../../fixtures/mutation/tiny");

it("finds the mistakes that no check sees", { timeout: 60_000 }, async () => {
  const report = await mutate(assignment, folder, { seed: 1, timeLimit: 2000 });
  expect(report.functions).toMatchObject([
    { name: "half", survived: 2, equivalent: 1 },
    // Among the caught ones is one that counts down for ever.
    { name: "sumUp", survived: 0, equivalent: 0, score: 1 },
  ]);
  // Nobody asks for half of a negative number.
  expect(report.survivors).toEqual([
    expect.objectContaining({ kind: "condition", after: "if (false) return 0;" }),
    expect.objectContaining({
      function: "half",
      kind: "constant",
      line: 5,
      check: "half.random",
      before: "if (x < zero) return 0;",
      after: "if (x < zero) return 1;",
    }),
  ]);
  const [half, sumUp] = report.functions;
  const caught = half.caught + sumUp.caught;
  expect(report.score).toBe(caught / (caught + 2));
  // The other entry is a mutant that a check does catch.
  expect(report.wrongEntries.map(({ line }) => line)).toEqual(["return x * 2;"]);
});

it("goes on after a mutant that never ends", { timeout: 60_000 }, async () => {
  const thread = new MutantThread({ folder, seed: 1 }, 2000);
  const judge = (body: string) => thread.judge({ function: "half", source: `export function half(x) { ${body} }` });
  expect(await judge("for (;;);")).toBe("the time limit");
  expect(await judge("return x / 2;")).toBeNull();
  expect(await judge("return x / 3;")).toBe("half.public");
  await thread.end();
});
