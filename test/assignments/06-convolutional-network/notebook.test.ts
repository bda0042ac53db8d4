import { describe, expect, test } from "vitest";
import { runEdition } from "../../../graders/authoring/execution/runEdition";
import { assignment } from "../../../src/assignments/06-convolutional-network/assignment";
import { ownCourse } from "../../ownCourse";

describe("the notebook of assignment 6", () => {
  test("runs top to bottom with the solutions, and reads 97 % of the test digits", async () => {
    const { failures, displays, printed } = await runEdition(ownCourse, assignment, "solutions");
    expect(failures).toEqual([]);
    for (const { name } of assignment.functions) expect(displays).toContain(`✓ ${name} is correct`);
    expect(displays.filter((text) => /^(Line plot|Heatmap|Images)/.test(text))).toHaveLength(10);
    expect(Number(/^Test set: (\S+) % right/m.exec(printed)?.[1])).toBeGreaterThanOrEqual(97);
    // The fast layers that training uses are the learner's.
    expect(printed.match(/^the same \S+ +true$/gm)).toHaveLength(5);
    // LeNet-5, AlexNet and VGG-16.
    for (const total of ["61,706", "62,378,344", "138,357,544"])
      expect(printed).toMatch(new RegExp(`in all +${total}$`, "m"));
    const shares = /on pixels: +(\S+) %\non features of 0 to 4: +(\S+) %/.exec(printed);
    expect(Number(shares?.[2])).toBeGreaterThan(Number(shares?.[1]) + 5);
  }, 300_000);

  test("runs top to bottom as learners get it, and says what is waiting for what", async () => {
    const { failures, displays } = await runEdition(ownCourse, assignment, "starter");
    expect(failures).toEqual([]);
    for (const { name } of assignment.functions) expect(displays).toContain(`○ ${name} is not implemented yet`);
    expect(displays.filter((text) => text.startsWith("Waiting for "))).toHaveLength(12);
  }, 120_000);
});
