import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { JupyterClient } from "../../../graders/authoring/execution/JupyterClient";
import { buildNotebook, type Edition } from "../../../graders/authoring/notebook/buildNotebook";
import type { NotebookKernel } from "../../../graders/authoring/notebook/Kernel";
import { packagesFolder } from "../../../graders/places/packagesFolder";
import type { Assignment } from "../../../src/check/contract";
import { root } from "../../house/files";
import { ownCourse } from "../../ownCourse";

interface Cell {
  id: string;
  cell_type: string;
  source: string[];
}

interface Ran {
  /** The cells that failed, with what tslab prints. */
  failures: string[];
  /** The formats of everything displayed, updates included. */
  shown: Record<string, string>[];
  /** How many outputs the page has: updates replace. */
  outputs: number;
}

/** Runs a notebook from top to bottom on the stock kernel, which goes on after a failure. */
async function runInTslab(assignment: Assignment, edition: Edition, kernel: NotebookKernel): Promise<Ran> {
  const { cells } = JSON.parse(await buildNotebook(ownCourse, assignment, edition, { kernel })) as { cells: Cell[] };
  const program = join(packagesFolder(root), "tslab/bin/tslab");
  const client = await JupyterClient.start(ownCourse.notebooks, (file) => [program, "kernel", `--config-path=${file}`]);
  try {
    const ran: Ran = { failures: [], shown: [], outputs: 0 };
    for (const { id, source } of cells.filter(({ cell_type }) => cell_type === "code")) {
      const { reply, published } = await client.execute(source.join(""));
      const text = (type: string) => published.filter(({ header }) => header.msg_type === type);
      const errors = text("stream").filter(({ content }) => content.name === "stderr");
      if (reply.content.status !== "ok" || errors.length > 0) {
        ran.failures.push(`${id}: ${errors.map(({ content }) => content.text).join("")}`);
      }
      const displays = [...text("display_data"), ...text("update_display_data")];
      ran.shown.push(...displays.map(({ content }) => content.data as Record<string, string>));
      ran.outputs += text("display_data").length;
    }
    return ran;
  } finally {
    client.stop();
  }
}

describe("on the stock kernel tslab", () => {
  it.each(ownCourse.assignments.map((assignment) => [assignment.slug, assignment] as const))(
    "the edition of %s runs from top to bottom with its solutions, its checks are right and its figures are drawn",
    async (_, assignment) => {
      const { failures, shown, outputs } = await runInTslab(assignment, "solutions", "tslab");
      expect(failures).toEqual([]);
      const pages = shown.map((data) => data["text/html"] ?? "");
      for (const { name } of assignment.functions) {
        expect(pages.some((page) => page.includes(`>${name}<`) && page.includes("is correct"))).toBe(true);
      }
      expect(pages.filter((page) => page.includes("is not correct"))).toEqual([]);
      expect(shown.some((data) => "image/svg+xml" in data)).toBe(true);
      expect(outputs).toBeLessThan(100);
    },
    600_000,
  );

  it("a starter's checks say what is left to do", async () => {
    const { failures, shown } = await runInTslab(ownCourse.assignments[0], "starter", "tslab");
    expect(failures).toEqual([]);
    const pages = shown.map((data) => data["text/html"] ?? "");
    for (const { name } of ownCourse.assignments[0].functions) {
      expect(pages.some((page) => page.includes(`>${name}<`) && page.includes("is not implemented yet"))).toBe(true);
    }
  }, 120_000);

  it("a notebook for the course's own kernel says so in its first cell, in one line", async () => {
    const { failures } = await runInTslab(ownCourse.assignments[0], "starter", "nablab");
    expect(failures[0]).toMatch(/^\S+: \[?Error: This notebook is for the kernel “TypeScript \(nablab\)”[^\n]*\n?$/);
  }, 120_000);
});
