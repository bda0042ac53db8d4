import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/03-deep-network/assignment";
import { ranAsHandedOut, ranWithSolutions } from "../ranThrough";

test("with solutions, the notebook runs to the end, every check passes, and the digits are learned", {
  timeout: 300_000,
}, async () => {
  const { printed: text } = await ranWithSolutions(assignment);
  const measured = [...text.matchAll(/by formula (-?[\d.]+) +by measuring (-?[\d.]+)/g)];
  expect(measured.length).toBe(3);
  for (const [, formula, measuring] of measured) expect(Number(formula)).toBeCloseTo(Number(measuring), 8);
  expect(text).toContain("cost after 80 iterations: 0.693147");
  expect(share(text, /4 layers +training [\d.]+ % +test ([\d.]+) %/)).toBeGreaterThan(96.5);
  // More units help most with many examples, and more examples with many units.
  const bySize = [...text.matchAll(/^ *(?:4|16|64) units +(\S+) +(\S+) +(\S+)$/gm)].map(([, ...shares]) =>
    shares.map(Number),
  );
  expect(bySize).toHaveLength(3);
  for (const [few, some, many] of bySize) expect(few < some && some < many).toBe(true);
  expect(bySize[2][2] - bySize[0][2]).toBeGreaterThan(20);
  expect(share(text, /Test set +([\d.]+) %/)).toBeGreaterThan(89);
});

test("with nothing written yet, the notebook runs to the end too, and says what is missing", {
  timeout: 60_000,
}, async () => {
  await ranAsHandedOut(assignment, 8);
});

function share(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1]);
}
