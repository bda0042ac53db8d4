import { describe, expect, test } from "vitest";
import { assignment } from "../../../src/assignments/08-frameworks/assignment";
import { ranAsHandedOut, ranWithSolutions } from "../ranThrough";

describe("the notebook of assignment 8", () => {
  test("runs top to bottom with the solutions, and finds what its text says", async () => {
    const { displays, printed } = await ranWithSolutions(assignment);
    expect(displays.filter((text) => /^(Line plot|Images)/.test(text))).toHaveLength(5);
    // The tape's derivatives are those by hand, but for what 32 bits leave out.
    const apart = [...printed.matchAll(/^d[Wb]\d .* (\d+e-\d+)$/gm)].map(([, difference]) => Number(difference));
    expect(apart).toHaveLength(6);
    for (const difference of apart) expect(difference).toBeLessThan(1e-6);
    expect(printed).toContain("log(1 - σ(z)) is -Infinity from z = 17.3 on");
    expect(printed).toContain("at 2: 12\n");
    const [, training, test] = /Adam: training (\S+) % +test (\S+) %/.exec(printed) ?? [];
    expect(Number(training)).toBe(100);
    const [, convolutional] = /^test (\S+) %, with 4002 parameters\n\(784-64-32-10 has 52650\)/m.exec(printed) ?? [];
    expect(Number(convolutional)).toBeGreaterThan(Number(test) + 2);
  }, 240_000);

  test("runs top to bottom as learners get it, and says what is waiting for what", async () => {
    await ranAsHandedOut(assignment, 2);
  }, 120_000);
});
