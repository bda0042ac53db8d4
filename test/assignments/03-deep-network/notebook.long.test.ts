import { expect, test } from "vitest";
import { runEdition } from "../../../graders/authoring/execution/runEdition";
import { assignment } from "../../../src/assignments/03-deep-network/assignment";
import { ownCourse } from "../../ownCourse";

test("with solutions, the notebook runs to the end, every check passes, and the digits are learned", {
  timeout: 300_000,
}, async () => {
  const { failures, displays: plain, printed: text } = await runEdition(ownCourse, assignment, "solutions");
  expect(failures).toEqual([]);
  for (const { name } of assignment.functions) expect(plain).toContain(`✓ ${name} is correct`);
  expect(plain.filter((line) => line.startsWith("Waiting for"))).toEqual([]);
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
  const { failures, displays: plain } = await runEdition(ownCourse, assignment, "starter");
  expect(failures).toEqual([]);
  for (const { name } of assignment.functions) expect(plain).toContain(`○ ${name} is not implemented yet`);
  expect(plain.filter((line) => line.startsWith("Waiting for")).length).toBeGreaterThan(4);
});

function share(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1]);
}
