/**
 * Hidden checks reveal only what we chose. Submissions put a taint into everything they can produce on hidden inputs:
 * the outputs that learners may see must not contain it, and must be the same, byte for byte, with another taint.
 */
import { beforeAll, describe, expect, test } from "vitest";
import type { GradingRun } from "../../../../graders/engine/GradingRun";
import { type GradedSubmission, gradeSubmission } from "../../../../graders/engine/gradeSubmission";
import { prepareRun } from "../../../../graders/engine/prepareRun";
import { assignments } from "../../../../src/assignments";
import { ownCourse } from "../../../ownCourse";
import { wallUnderTest } from "../../wallUnderTest";
import { type Attack, attacks, exhaustingAttacks, sharingAttacks } from "./catalogue";
import { learnerOutputs } from "./learnerOutputs";
import { type Taint, taintedNotebook } from "./taintedNotebook";

const taints: [Taint, Taint] = [
  { n: 7315.7315, k: "q7315q", i: 7, j: 15, first: true },
  { n: -42010420.1, k: "wwww4201", i: 11, j: 23, first: false },
];
const traces = /7315|4201/;
const nothing: Attack = { title: "nothing", code: "right" };

/** What was done to make some hidden check fail, and the resulting messages. */
const seen = { attacks: new Set<string>(), messages: new Set<string>() };

async function gradeTainted(run: GradingRun, chosen: readonly Attack[], taint: Taint): Promise<GradedSubmission> {
  const bytes = await taintedNotebook(run, chosen, taint);
  return gradeSubmission({ id: "ada", file: "ada.ipynb" }, { extension: ".ipynb", load: () => bytes }, run);
}

async function expectNoTrace(run: GradingRun, chosen: readonly Attack[]): Promise<void> {
  const both: GradedSubmission[] = [];
  for (const taint of taints) both.push(await gradeTainted(run, chosen, taint));
  const [ofOne, ofOther] = both.map(({ result }) => result.functions);
  // All outputs are made from this, so a difference shows most briefly here.
  expect(ofOther).toEqual(ofOne);
  const [one, other] = both.map((graded) => learnerOutputs(graded, run));
  expect(other).toEqual(one);
  for (const text of Object.values(one)) expect(text).not.toMatch(traces);
  note(both[0], chosen);
}

/** The public checks must pass: otherwise it was not only the hidden inputs that were tainted. */
function note({ result }: GradedSubmission, chosen: readonly Attack[]): void {
  expect(result.status, result.error).toBe("graded");
  for (const [i, { checks }] of result.functions.entries()) {
    for (const { hidden, status, message } of checks) {
      if (!hidden) expect(status).toBe("correct");
      else if (status !== "correct") {
        seen.attacks.add(chosen[i % chosen.length].title);
        seen.messages.add(message);
      }
    }
  }
}

/** Submissions that give each function the next attack, starting with the first for function `offset`. */
function* submissionsWith(chosen: readonly Attack[], functions: number, offset: number): Generator<Attack[]> {
  for (let start = 0; start < chosen.length; start += functions) {
    const submission = Array.from({ length: functions }, (_, f) => chosen[start + f] ?? nothing);
    yield submission.map((_, f) => submission[(f + offset) % functions]);
  }
}

describe.each([0, 3, 5].map((i) => ({ slug: assignments[i].slug, assignment: assignments[i] })))("$slug", (one) => {
  const { assignment } = one;
  const { length } = assignment.functions;
  let run: GradingRun;

  beforeAll(async () => {
    const limits = { seconds: 1, memoryMB: 96, ...wallUnderTest() };
    run = await prepareRun(ownCourse, assignment, { hidden: true, seed: 3, limits, cache: false });
  });

  test("what functions come to leaves no trace", async () => {
    for (const chosen of submissionsWith(attacks, length, assignment.number)) await expectNoTrace(run, chosen);
  }, 240_000);

  if (assignment.slug.startsWith("initialization"))
    test("nor does what is handed out twice", async () => {
      for (const attack of sharingAttacks) await expectNoTrace(run, Array(length).fill(attack));
    }, 240_000);

  if (assignment !== assignments[0]) return;

  test("nor do places that are chosen, whatever the function", async () => {
    const placed = attacks.filter(({ title }) => /place|item|list|inside/.test(title));
    for (let offset = 2; offset <= length; offset++)
      for (const chosen of submissionsWith(placed, length, offset)) await expectNoTrace(run, chosen);
  }, 240_000);

  test("nor does what takes too much time or memory", async () => {
    for (const chosen of submissionsWith(exhaustingAttacks, length, 0)) await expectNoTrace(run, chosen);
  }, 240_000);
});

test("every attack made a hidden check fail, and all in all they came to nearly every sentence that there is", () => {
  const missed = [...attacks, ...exhaustingAttacks, ...sharingAttacks].filter(({ title }) => !seen.attacks.has(title));
  expect(missed).toEqual([]);
  const messages = [...seen.messages].join("\n");
  for (const part of [
    ...["Not implemented yet.", "It threw an error.", "it took too long.", "too much memory.", "is too large."],
    ...["returned a promise.", "is neither a number", "is undefined.", "expected an array.", "expected a list."],
    ...["of another type", "is missing.", "the wrong length.", "expected a number.", "rank-1 array"],
    ...["is transposed", "NaN, where", "Infinity, where", "is off by more than", "in place.", "Something in costs"],
    ...["Two parts of its result lie", "in the same memory as in an earlier call"],
  ])
    expect(messages).toContain(part);
});
