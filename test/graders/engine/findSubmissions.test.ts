import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findSubmissions } from "../../../graders/engine/findSubmissions";

const base = mkdtempSync(join(tmpdir(), "nablab-find-"));
afterAll(() => rmSync(base, { recursive: true }));

/** Creates the files in a folder of their own, and returns what is found there, with paths relative to it. */
function find(...files: string[]) {
  const folder = mkdtempSync(join(base, "class-"));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "x");
  }
  const { entries, skipped } = findSubmissions([folder]);
  const relative = (path: string) => path.slice(folder.length + 1);
  return {
    entries: entries.map((entry) => ({ ...entry, file: relative(entry.file) })),
    skipped: skipped.map(relative),
  };
}

describe("A class folder", () => {
  test("holds a file a student, or a folder a student, in the order of their names", () => {
    expect(find("zoe.ipynb", "bob/my solution.ipynb", "ada.ts").entries).toEqual([
      { id: "ada", file: "ada.ts" },
      { id: "bob", file: "bob/my solution.ipynb" },
      { id: "zoe", file: "zoe.ipynb" },
    ]);
  });

  test("may hold other things, which are named and passed over", () => {
    const found = find("ada.ipynb", "grades.csv", ".ipynb_checkpoints/ada-checkpoint.ipynb");
    expect(found).toEqual({ entries: [{ id: "ada", file: "ada.ipynb" }], skipped: ["grades.csv"] });
  });

  test("keeps two files of one name apart", () => {
    const ids = find("ada.ipynb", "ada.ts").entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  test("a student's folder without a submission, or with several, is named", () => {
    const [ada, bob] = find("ada/notes.txt", "bob/a.ipynb", "bob/b.ipynb").entries;
    expect(ada.problem).toContain("without a notebook");
    expect(bob.problem).toContain("holds 2 files that could be meant (a.ipynb, b.ipynb)");
  });

  test("may hold the folder for the results, which is no student's", () => {
    const folder = mkdtempSync(join(base, "class-"));
    mkdirSync(join(folder, "results"));
    writeFileSync(join(folder, "ada.ts"), "x");
    const idsWith = (results?: string) => findSubmissions([folder], results).entries.map(({ id }) => id);
    expect(idsWith(join(folder, "results"))).toEqual(["ada"]);
    expect(idsWith(`${folder}/../${basename(folder)}/results/`)).toEqual(["ada"]);
    expect(idsWith()).toEqual(["ada", "results"]);
  });

  test("of a notebook and a script, the notebook is meant", () => {
    expect(find("ada/helper.ts", "ada/work.ipynb").entries).toEqual([{ id: "ada", file: "ada/work.ipynb" }]);
  });
});
