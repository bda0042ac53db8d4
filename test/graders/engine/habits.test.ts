import { expect, test } from "vitest";
import { gradeSubmission } from "../../../graders/engine/gradeSubmission";
import { prepareRun } from "../../../graders/engine/prepareRun";
import { defaultLimits } from "../../../graders/sandbox/host/limits";
import { assignments } from "../../../src/assignments";
import { given, habits, returning } from "../../fixtures/habits";
import { ownCourse } from "../../ownCourse";

const preparing = prepareRun(ownCourse, assignments[0], { hidden: true, seed: 1, limits: defaultLimits, cache: false });

/** What the report says about the checks of `propagate` with this code on its second line. */
async function messagesAbout(code: string): Promise<{ public: string[]; hidden: string[] }> {
  const source = `import { np, NDArray } from "nablab";${given}function propagate(w, b, X, Y) {\n  ${returning(code)}\n}\n`;
  const handedIn = { extension: ".ts" as const, load: () => Buffer.from(source) };
  const { result } = await gradeSubmission({ id: "ada", file: "ada.ts" }, handedIn, await preparing);
  const checks = result.functions.find(({ name }) => name === "propagate")?.checks ?? [];
  const of = (hidden: boolean) => checks.filter((check) => check.hidden === hidden).map(({ message }) => message);
  return { public: of(false), hidden: of(true) };
}

/** Of the code: the second of the function that follows what is given. */
const line = given.split("\n").length + 1;

const inHelpers = ["twice(A)", "rows()"];

test.each(habits.filter(({ run }) => run !== null))(
  "The report names $code, and of a hidden check only its kind",
  async ({ code, run, hidden }) => {
    const messages = await messagesAbout(code);
    expect(messages.public.length).toBeGreaterThan(0);
    for (const message of messages.public) {
      expect(message).toContain(run);
      if (/threw/.test(message) && !inHelpers.includes(code))
        expect(message).toContain(`(in \`propagate\`, line ${line})`);
    }
    if (hidden === undefined) return;
    expect(messages.hidden.length).toBeGreaterThan(0);
    for (const message of messages.hidden) expect(message).toContain(hidden);
  },
  60_000,
);
