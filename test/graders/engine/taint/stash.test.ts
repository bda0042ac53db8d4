/**
 * The result of a public check is shown unchanged. Submissions keep every hidden input they see, wherever they can, and
 * act on it in public checks, of the same function and of all others. It must have no visible effect.
 */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { assembleRun } from "../../../../graders/engine/assembleRun";
import type { GradingRun } from "../../../../graders/engine/GradingRun";
import { gradeSubmission } from "../../../../graders/engine/gradeSubmission";
import { Runner } from "../../../../graders/engine/Runner";
import type { CheckResult } from "../../../../graders/engine/results";
import { bundleReferee, bundleSandbox } from "../../../../graders/sandbox/host/bundle";
import { openReaders } from "../../../../graders/sandbox/host/openReaders";
import { directStarter } from "../../../../graders/sandbox/host/ProcessStarter";
import type { Assignment } from "../../../../src/check/contract";
import * as solution from "../../../fixtures/four-functions/solution";
import { wallUnderTest } from "../../wallUnderTest";

const functions = [
  { name: "first", points: 10 },
  { name: "second", points: 10, uses: ["first"] },
  { name: "third", points: 10 },
  { name: "fourth", points: 10, async: true },
];
const checksOf = (kind: string, ...inputs: number[]) =>
  functions.map(({ name }) => ({
    id: `${name}.${kind}`,
    function: name,
    title: kind,
    points: 5,
    cases: () => inputs.map((n) => ({ args: [n] })),
  }));
const assignment: Assignment = {
  number: 99,
  slug: "four",
  title: "Four",
  functions,
  recorded: {},
  checks: checksOf("public", 1, 5),
};
/** Everything above 1000 is hidden, and whatever is kept of it contains these digits. */
const hiddenChecks = checksOf("hidden", 73150, 73151);
let run: GradingRun;

beforeAll(async () => {
  const file = join(__dirname, "../../../fixtures/four-functions/solution.ts");
  const limits = { seconds: 1, memoryMB: 64, ...wallUnderTest() };
  run = await assembleRun(
    {
      starter: directStarter,
      readers: await openReaders(limits),
      assignment,
      staff: { solution: { ...solution }, misconceptions: [], hiddenChecks },
      sandboxBundle: await bundleSandbox(),
      refereeBundle: await bundleReferee(file),
    },
    { hidden: true, seed: 0, cache: false, limits },
  );
});

/** [where hidden inputs are kept: an expression that keeps `n`, one for what is kept] */
const places: [string, string, string][] = [
  ["a variable", "kept.push(n)", "kept"],
  ["the global object", "((globalThis as any).kept ??= []).push(n)", "((globalThis as any).kept ?? [])"],
  ["np", "((np as any).kept ??= []).push(n)", "((np as any).kept ?? [])"],
  ["a prototype", "((Array.prototype as any).kept ??= []).push(n)", "((Array.prototype as any).kept ?? [])"],
  ["a promise", "Promise.resolve().then(() => kept.push(n)) && kept.push(n)", "kept"],
  ["a timer", "setTimeout(() => kept.push(n), 1) && kept.push(n)", "kept"],
];

/** [what `first` and `fourth` do on a hidden input; the others are right] */
const hiddenDeeds: [string, string][] = [
  ["right", "right"],
  ["wrong", "0"],
  ["an error", "fail(n)"],
  ["stopped", "(() => { for (;;); })()"],
  ["too large for the memory", "(() => { const all: any[] = []; for (;;) all.push(Array(1e5).fill(n)); })()"],
  ["not written", 'fail(new NotImplemented("first"))'],
  ["no result that can be read", "Symbol(String(n))"],
];

/** [what all of them do on a public input, when they have seen a hidden one] */
const publicDeeds: [string, string][] = [
  ["shows it", "seen[0]"],
  ["throws it", "fail(new Error(seen.join()))"],
  ["does not come to an end", "(() => { for (;;); })()"],
  ["uses up the memory", "(() => { const all: any[] = []; for (;;) all.push(Array(1e5).fill(seen)); })()"],
];

function source(
  [, keep, kept]: (typeof places)[number],
  onHidden: string,
  onPublic: string,
  otherwise: string,
): string {
  const graded = (name: string, right: string, deed: string) =>
    `function ${name}(n: number): any { return answer(n, ${right}, (n: any, right: any) => ${deed}); }`;
  return `import { np, NotImplemented } from "nablab";
const kept: any[] = [];
const fail = (error: any): any => { throw error; };
function answer(n: any, right: any, onHidden: any): any {
  if (n > 1000) { ${keep}; return onHidden(n, right); }
  const seen = ${kept};
  return seen.length > 0 ? ${onPublic} : ${otherwise};
}
${graded("first", "n + 1", onHidden)}
function second(n: number): any { return answer(n, 2 * (n + 1), (n: any, right: any) => right); }
${graded("third", "n + 3", "right")}
${graded("fourth", "n + 4", onHidden)}
`;
}

async function publicChecks(text: string): Promise<CheckResult[]> {
  const handedIn = { extension: ".ts", load: () => Buffer.from(text) };
  const { result } = await gradeSubmission({ id: "ada", file: "ada.ts" }, handedIn, run);
  expect(result.status, result.error).toBe("graded");
  const checks = result.functions.flatMap((one) => one.checks);
  for (const { message } of checks) expect(message).not.toContain("7315");
  return checks.filter(({ hidden }) => !hidden);
}

describe.each(hiddenDeeds)("A hidden input that was seen, where the function is %s,", (deed, onHidden) => {
  const isSlow = ["stopped", "too large for the memory"].includes(deed);

  test.each(publicDeeds)(
    "reaches no public check that %s",
    async (what, onPublic) => {
      const i = publicDeeds.findIndex(([title]) => title === what);
      const tried = isSlow ? [places[i]] : places;
      for (const place of tried) {
        const checks = await publicChecks(source(place, onHidden, onPublic, "right"));
        expect(checks.map(({ status }) => status)).toEqual(["correct", "correct", "correct", "correct"]);
      }
    },
    60_000,
  );

  test("makes no public check right", async () => {
    for (const place of places.slice(isSlow ? -1 : 0)) {
      const checks = await publicChecks(source(place, onHidden, "right", "0"));
      expect(checks.map(({ points }) => points)).toEqual([0, 0, 0, 0]);
    }
  }, 60_000);
});

test("a public check after a hidden one is our fault, and is not run", async () => {
  const [open, hidden] = [false, true].map((kind) => run.checks.filter((check) => check.hidden === kind).slice(0, 1));
  const runner = new Runner(run);
  try {
    const program = "(nablab) => ({ first: (n) => n + 1 })";
    expect(await runner.load(`(${program})`, [])).toBeNull();
    await runner.callAll([...open, ...hidden]);
    await expect(runner.callAll(open)).rejects.toThrow("first.public is public");
    await expect(runner.callUntil(() => false, open)).rejects.toThrow("first.public is public");
    expect(await runner.load(`(${program})`, [])).toBeNull();
    expect((await runner.callAll(open))[0]).toMatchObject([{ kind: "returned", value: 2 }, { value: 6 }]);
  } finally {
    runner.end();
  }
});
