import { describe, expect, test } from "vitest";
import { assignment } from "../../../src/assignments/06-convolutional-network/assignment";
import { ranAsHandedOut, ranWithSolutions } from "../ranThrough";

describe("the notebook of assignment 6", () => {
  test("runs top to bottom with the solutions, and reads 97 % of the test digits", async () => {
    const { displays, printed } = await ranWithSolutions(assignment);
    expect(displays.filter((text) => /^(Line plot|Heatmap|Images)/.test(text))).toHaveLength(12);
    expect(Number(/^Test set: (\S+) % right/m.exec(printed)?.[1])).toBeGreaterThanOrEqual(97);
    // The fast layers that training uses are the learner's.
    expect(printed.match(/^the same \S+ +true$/gm)).toHaveLength(5);
    // What a dense network does not mind, a convolutional one does.
    const right = (name: string, pixels: string): number =>
      Number(new RegExp(`^${name}, pixels ${pixels}: (\\S+) %$`, "m").exec(printed)?.[1]);
    expect(right("convolutional", "as they are") - right("dense", "as they are")).toBeGreaterThan(1);
    expect(Math.abs(right("dense", "shuffled") - right("dense", "as they are"))).toBeLessThan(1);
    expect(right("dense", "shuffled") - right("convolutional", "shuffled")).toBeGreaterThan(4);
    expect(printed).toContain("in a row: 1960 numbers");
    expect(printed).toContain("side by side: 1 x 14 x 14 x 32");
    // LeNet-5, AlexNet and VGG-16.
    for (const total of ["61,706", "62,378,344", "138,357,544"])
      expect(printed).toMatch(new RegExp(`in all +${total}$`, "m"));
    const shareOfDense = [...printed.matchAll(/in the first dense layer (\d+) %/g)].map(([, percent]) =>
      Number(percent),
    );
    expect(shareOfDense).toEqual([43, 78, 61, 74]);
    const shares = /on pixels: +(\S+) %\non features of 0 to 4: +(\S+) %/.exec(printed);
    expect(Number(shares?.[2])).toBeGreaterThan(Number(shares?.[1]) + 5);
  }, 480_000);

  test("runs top to bottom as learners get it, and says what is waiting for what", async () => {
    await ranAsHandedOut(assignment, 17);
  }, 120_000);
});
