import { expect, it } from "vitest";
import { type CellResult, runNotebook } from "../../../graders/authoring/execution/runNotebook";
import { buildNotebook, type Edition } from "../../../graders/authoring/notebook/buildNotebook";
import type { Assignment } from "../../../src/check/contract";
import { type Notice, noticeType } from "../../../src/notebook/Notice";
import { engines } from "../../browser/engines/engines";
import { ownCourse } from "../../ownCourse";
import type { KernelPage, Shown } from "./KernelPage";
import { testKernel } from "./testKernel";

async function codeOf(assignment: Assignment, edition: Edition): Promise<string[]> {
  const { cells } = JSON.parse(await buildNotebook(ownCourse, assignment, edition)) as {
    cells: { cell_type: string; source: string[] }[];
  };
  return cells.filter((cell) => cell.cell_type === "code").map(({ source }) => source.join(""));
}

/** What was printed, without times and what they decide, which no two runs have in common. */
function withoutTimes(text: string): string {
  return text
    .replaceAll(/\d[\d.,]*( ?)(ns|µs|us|ms|s|min|times|×)\b/g, "#$1$2")
    .replaceAll(/\b(ratio +)[\d.]+/g, "$1#")
    .replaceAll(/^at most .*: .*$/gm, "at most #");
}

function noticesIn(data: unknown): Notice[] {
  const notice = (data as Record<string, Notice> | undefined)?.[noticeType];
  return notice ? [notice] : [];
}

/** What learners read of a cell. */
interface Reading {
  error: string | undefined;
  notices: Notice[];
  text: string;
  result: unknown;
}

function inPage({ evalue, heard, text, result }: Shown): Reading {
  const notices = heard.flatMap(({ content }) => noticesIn(content.data));
  return { error: evalue, notices, text: withoutTimes(text), result };
}

function inNode({ evalue, outputs, text, result }: CellResult): Reading {
  const notices = outputs.flatMap(({ content }) => noticesIn(content.data));
  return { error: evalue, notices, text: withoutTimes(text), result: result?.["text/plain"] };
}

function notebookTests(kernel: () => KernelPage): void {
  /** Runs a notebook from its first cell to its last in both kernels; what the page shows is what Node shows. */
  async function runInBoth(assignment: Assignment, edition: Edition): Promise<Reading[]> {
    const cells = await codeOf(assignment, edition);
    const expected = runNotebook(cells, { keepGoing: true });
    const name = `${assignment.slug}-${edition}`;
    await kernel().startNotebook(name);
    const shown: Reading[] = [];
    for (const cell of cells) shown.push(inPage(await kernel().run(cell, name)));
    await kernel().stopNotebook(name);
    expect(shown.flatMap(({ error }) => error ?? [])).toEqual([]);
    expect(shown).toEqual((await expected).map(inNode));
    return shown;
  }

  const assignments = ownCourse.assignments.map((assignment) => [assignment.slug, assignment] as const);

  it.each(assignments)(
    "runs %s with its solutions: every verdict is right, and all is as in Node",
    async (_, assignment) => {
      const notices = (await runInBoth(assignment, "solutions")).flatMap((reading) => reading.notices);
      const verdicts = notices.filter((notice) => notice.kind === "verdict");
      expect(verdicts.map((notice) => notice.function)).toEqual(assignment.functions.map(({ name }) => name));
      expect(verdicts.filter(({ status }) => status !== "correct")).toEqual([]);
      expect(verdicts.flatMap(({ unavailable }) => unavailable)).toEqual([]);
      expect(notices.filter(({ kind }) => kind === "waiting")).toEqual([]);
    },
    900_000,
  );

  it.each(assignments)(
    "runs the starter of %s to its end: nothing is implemented, and the same waits for it as in Node",
    async (_, assignment) => {
      const notices = (await runInBoth(assignment, "starter")).flatMap((reading) => reading.notices);
      const verdicts = notices.filter((notice) => notice.kind === "verdict");
      expect(verdicts.map((notice) => notice.function)).toEqual(assignment.functions.map(({ name }) => name));
      expect(verdicts.filter(({ status }) => status !== "not-implemented")).toEqual([]);
      expect(notices.filter(({ kind }) => kind === "waiting").length).toBeGreaterThan(0);
    },
    600_000,
  );
}

for (const engine of engines) testKernel(engine, { title: "the course's notebooks" }, notebookTests);
