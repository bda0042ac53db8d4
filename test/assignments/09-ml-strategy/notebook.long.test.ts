import { describe, expect, test } from "vitest";
import { assignment } from "../../../src/assignments/09-ml-strategy/assignment";
import { ranAsHandedOut, ranWithSolutions } from "../ranThrough";

/** The figures after a name on its line, as they are printed. */
function figuresOf(printed: string, name: string): number[] {
  const line = printed.split("\n").find((each) => each.startsWith(name));
  return Array.from((line ?? "").slice(name.length).matchAll(/(-?\d+\.\d+)/g), ([, figure]) => Number(figure));
}

describe("the notebook of assignment 9", () => {
  // What the text says of its experiments. Training may differ in the last bit from one processor to another, and then by
  // an image or two.
  test("runs top to bottom with the solutions, and finds what its text says", async () => {
    const { displays, printed } = await ranWithSolutions(assignment);
    expect(displays.filter((text) => /^(Line plot|Scatter plot|Bar chart)/.test(text))).toHaveLength(10);
    const found = (name: string) => figuresOf(printed, name);

    const [scans, photographs] = found("large ");
    expect([scans < 9, photographs > 30, photographs < 35]).toEqual([true, true, true]);
    expect(printed).toContain('always "no": accuracy 99.0 %, F1 of "yes" 0\n');

    const [mixed, mixedFresh] = found("all mixed");
    const [right, rightFresh] = found("photographs only");
    expect(mixedFresh / mixed).toBeGreaterThan(1.6);
    expect(Math.abs(rightFresh - right)).toBeLessThan(4);

    const [careful, carefulPriced] = found("careful");
    const [eager, eagerPriced] = found("eager");
    expect([careful < eager, carefulPriced > eagerPriced]).toEqual([true, true]);

    const [larger, regularized] = [found("larger "), found("with L2")];
    expect(larger[0] - 2).toBeLessThan(1.5);
    for (const [i, error] of larger.entries()) expect(Math.abs(error - regularized[i])).toBeLessThan(2);
    const [made, real] = [found("made photos"), found("real photos")];
    expect([larger[2] - larger[1] > 20, made[2] - made[1] < 3]).toEqual([true, true]);
    expect(real[2] - real[1]).toBeLessThan(8);

    const [now] = found("as they are:");
    const [upright, black, both] = ["upright:", "black paper:", "both:"].map((name) => found(name)[0]);
    expect([now - upright < 4, black / now < 0.4, both < black]).toEqual([true, true, true]);

    const [clean, random, rule] = ["right labels", "wrong at random", "wrong by a rule"].map((name) => found(name)[1]);
    expect([random > clean, rule - clean > 2 * (random - clean)]).toEqual([true, true]);

    const judged = ["asLabelled", "mistakesCleaned", "allCleaned"].map((stage) => found(stage));
    expect(judged.map(([a, b]) => (a < b ? "A" : "B"))).toEqual(["B", "B", "A"]);

    const [scratch, transferred] = [found("from scratch"), found("from scans")];
    expect(transferred[1] - scratch[1]).toBeGreaterThan(14);
    expect(transferred[4] - scratch[4]).toBeLessThan(8);
    expect(transferred[0]).toBeLessThan(71);

    const [one, four, no] = ["one network", "four networks", "missing means no"].map((name) => found(name)[0]);
    expect([one > four, four > no + 4]).toEqual([true, true]);

    const [endToEnd, pipeline] = [found("end to end"), found("read, then add")];
    for (const [i, share] of endToEnd.entries()) expect(share).toBeLessThan(pipeline[i] - 30);
  }, 240_000);

  test("runs top to bottom as learners get it, and says what is waiting for what", async () => {
    await ranAsHandedOut(assignment, 12);
  }, 240_000);
});
