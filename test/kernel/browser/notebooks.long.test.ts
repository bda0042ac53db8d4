import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../../graders/authoring/execution/runNotebook";
import { buildNotebook, type Edition } from "../../../graders/authoring/notebook/buildNotebook";
import type { Assignment } from "../../../src/check/contract";
import { type Notice, noticeType } from "../../../src/notebook/Notice";
import { findChromium } from "../../browser/findChromium";
import { ownCourse } from "../../ownCourse";
import { KernelPage } from "./KernelPage";

const isThere = findChromium() !== undefined;
const title = isThere ? "" : " (skipped: no Chromium found, set NABLAB_CHROMIUM to its path)";

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

function noticeIn(data: unknown): Notice[] {
  const notice = (data as Record<string, Notice> | undefined)?.[noticeType];
  return notice ? [notice] : [];
}

describe.skipIf(!isThere)(`the course's notebooks in Chromium${title}`, () => {
  let kernel: KernelPage;
  beforeAll(async () => {
    kernel = await KernelPage.open();
  }, 120_000);
  afterAll(() => kernel?.close());

  it.each(ownCourse.assignments.map((assignment) => [assignment.slug, assignment] as const))(
    "runs %s with its solutions: every verdict is right, and the text is Node's",
    async (slug, assignment) => {
      const cells = await codeOf(assignment, "solutions");
      const inNode = runNotebook(cells, { keepGoing: true });
      await kernel.startNotebook(slug);
      const shown = [];
      for (const cell of cells) shown.push(await kernel.run(cell, slug));
      await kernel.stopNotebook(slug);
      const expected = await inNode;
      expect(shown.map(({ evalue }) => evalue)).toEqual(cells.map(() => undefined));
      const notices = shown.flatMap(({ heard }) => heard.flatMap(({ content }) => noticeIn(content.data)));
      const verdicts = notices.filter((notice) => notice.kind === "verdict");
      expect(new Set(verdicts.map((notice) => notice.function)).size).toBe(assignment.functions.length);
      expect(verdicts.filter(({ status }) => status !== "correct")).toEqual([]);
      expect(verdicts.flatMap(({ unavailable }) => unavailable)).toEqual([]);
      expect(shown.map(({ text }) => withoutTimes(text))).toEqual(expected.map(({ text }) => withoutTimes(text)));
      expect(shown.map(({ result }) => result)).toEqual(expected.map(({ result }) => result?.["text/plain"]));
    },
    600_000,
  );

  it.each(ownCourse.assignments.map((assignment) => [assignment.slug, assignment] as const))(
    "runs the starter of %s to its end",
    async (slug, assignment) => {
      await kernel.startNotebook(slug);
      const statuses = new Set<string>();
      for (const cell of await codeOf(assignment, "starter")) {
        const { evalue, heard } = await kernel.run(cell, slug);
        expect(evalue).toBeUndefined();
        for (const notice of heard.flatMap(({ content }) => noticeIn(content.data))) {
          if (notice.kind === "verdict") statuses.add(notice.status);
        }
      }
      await kernel.stopNotebook(slug);
      expect([...statuses]).toEqual(["not-implemented"]);
    },
    120_000,
  );
});
