import { describe, expect, test } from "vitest";
import { assignment } from "../../../src/assignments/07-batchnorm-softmax/assignment";
import { ranAsHandedOut, ranWithSolutions } from "../ranThrough";

describe("the notebook of assignment 7", () => {
  test("runs top to bottom with the solutions, and measures what its text says", async () => {
    const { printed } = await ranWithSolutions(assignment);
    // The search: one round, and a closer one.
    expect(printed).toMatch(/best cost 0\.199 .*; half of the runs are above 0\.674/);
    expect(printed).toMatch(/best cost 0\.135 .*; half of the runs are above 0\.350/);
    expect(printed).toContain("60 epochs with α = 0.5: cost 0.139");
    expect(printed).toContain("best cost 0.134");
    // From weights that are too small.
    expect(printed).toContain("cost from 0.6931 to 0.6931\ncost from 0.6938 to 0.0445\ncost from 0.6938 to 0.0032\n");
    // Whoever forgets the paths through μ and σ² gets dZ wrong, and nothing else.
    expect(printed).toMatch(/dGamma +yours \de-\d+, theirs \de-\d+\n +dBeta +yours \de-\d+, theirs \de-\d+\n/);
    expect(printed).toMatch(/dZ +yours \de-\d+, theirs 4e-1\n/);
    expect(printed).toMatch(/without, % right by α: .* 0\.1: 9\d\.\d, 0\.3: 5\d\.\d, 1: 50\.0,/);
    expect(printed).toMatch(/batch normalization, % right by α: .* 10: 9\d\.\d, 30: 50\.0/);
    expect(printed).toMatch(/each image by itself: +50\.0 % right\n +different answers in 400: 1\n/);
    expect(printed).toMatch(/with the running averages: +97\.8 % right\n/);
    // All ten digits.
    expect(printed).toMatch(/softmax regression: 88\.4 % of/);
    expect(printed).toMatch(/ten sigmoids: 93\.0 % .*\nsoftmax: 92\.5 % .*\nsoftmax and batch normalization: 92\.5 % /);
    expect(printed).toMatch(/softmax, α = 2: 10\.0 % .*\nsoftmax and batch norm, α = 2: 91\.1 % /);
    expect(printed).toMatch(/one image with its own statistics: +7\.5 % right\n/);
  }, 240_000);

  test("runs top to bottom as learners get it, and says what is waiting for what", async () => {
    const { displays } = await ranAsHandedOut(assignment, 18);
    // What needs no graded function: the trials on a grid and at random, and the panda.
    expect(displays.filter((text) => /^(Line|Scatter) plot/.test(text))).toHaveLength(3);
  }, 120_000);
});
