import { describe, expect, test } from "vitest";
import { assignment } from "../../../src/assignments/05-optimization/assignment";
import { ranAsHandedOut, ranWithSolutions } from "../ranThrough";

describe("the notebook of assignment 5", () => {
  test("runs top to bottom with the solutions, and reaches the published accuracies", async () => {
    const { displays, printed } = await ranWithSolutions(assignment);
    expect(displays.filter((text) => /^(Line plot|Scatter plot|Decision bound)/.test(text))).toHaveLength(12);
    expect(printed).toMatch(/79\.7 % right: gradient descent\n79\.7 % right: momentum\n/);
    expect(printed).toMatch(/94\.0 % right: Adam\n/);
    expect(printed).toMatch(/decaying learning rate: 9[3-6]\.\d % right/);
  }, 240_000);

  test("runs top to bottom as learners get it, and says what is waiting for what", async () => {
    await ranAsHandedOut(assignment, 14);
  }, 120_000);
});
