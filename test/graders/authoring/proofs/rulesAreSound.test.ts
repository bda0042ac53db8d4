import { expect, it } from "vitest";
import type { Finding } from "../../../../graders/authoring/proofs/Proof";
import { rulesAreSound } from "../../../../graders/authoring/proofs/rulesAreSound";
import { tinySubject } from "./tinySubject";

/** The problems of an assignment whose function `half` has a rule. */
async function problemsWith(loopDepth: number, solution?: string): Promise<string[]> {
  const subject = await tinySubject();
  const [half, quarter] = subject.assignment.functions;
  const ruled = { ...half, rules: [{ id: "half.vectorized", message: "", loopDepth }] };
  const assignment = { ...subject.assignment, functions: [ruled, quarter] };
  const solutionSource = solution ?? subject.solutionSource;
  return (rulesAreSound({ ...subject, assignment, solutionSource }) as Finding).problems;
}

it("finds no problem with a rule that the reference keeps and a loop would break", async () => {
  expect(await problemsWith(0)).toEqual([]);
  expect(await problemsWith(2)).toEqual([]);
});

it("finds a rule that the reference itself breaks", async () => {
  const looping = 'import { np } from "../np";\nexport function half(x: any) {\n  for (const each of x) each;\n}';
  expect(await problemsWith(0, looping)).toEqual(["half.vectorized: the reference itself breaks it"]);
});

it.each([Number.POSITIVE_INFINITY, Number.NaN, 0.5, -1])(
  "finds a rule that says nothing: %d loops",
  async (loopDepth) => {
    expect(await problemsWith(loopDepth)).toEqual([
      `half.vectorized: no loop breaks it; its loopDepth is ${loopDepth}`,
    ]);
  },
);
