import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findSubmissions } from "../../../graders/engine/findSubmissions";
import { foldName } from "../../../graders/text/foldName";
import { printable } from "../../../graders/text/printable";

const base = mkdtempSync(join(tmpdir(), "nablab-find-"));
afterAll(() => rmSync(base, { recursive: true }));

/** Creates the files in a new folder, and returns what is found there, with paths relative to it. */
function find(...files: string[]) {
  const folder = mkdtempSync(join(base, "class-"));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "x");
  }
  const { entries, skipped } = findSubmissions([folder]);
  // What results show is the path below the folder, and that is also where the file is read.
  for (const { file, shown } of entries) expect(printable(file)).toBe(join(folder, String(shown)));
  return { entries: entries.map(({ shown, ...entry }) => ({ ...entry, file: shown })), skipped };
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

describe("Ids", () => {
  const idsOf = (...files: string[]) => find(...files).entries.map(({ id }) => id);

  test("are the names, whatever the language", () => {
    const names = [
      "Ada Lovelace",
      "Ольга",
      "María José",
      "می\u200cنا",
      "क्\u200dष",
      "李明",
      "👩\u200d💻",
      "o'neil",
      "a.b",
    ];
    expect(idsOf(...names.map((name) => `${name}.ts`)).sort()).toEqual([...names].sort());
    // As systems with another way of writing the same hand it out.
    expect(idsOf("Mari\u0301a.ts")).toEqual(["Mar\u00eda"]);
  });

  test("are the paths where names are alike, if these are not", () => {
    expect(idsOf("ada.ipynb", "ada.ts", "ben.ts")).toEqual(["ada.ipynb", "ada.ts", "ben"]);
  });

  test.each<[string, string, string]>([
    ["a joiner", "میلاد.ts", "می\u200cلاد.ts"],
    ["another joiner", "می\u200cلاد.ts", "می\u200dلاد.ts"],
    ["case", "Ada.ts", "ada.ts"],
    ["case of sharp s", "Weiß.ts", "WEISS.ts"],
    ["case of sigma", "ΝΙΚΟΣ.ts", "νικος.ts"],
    ["normal forms", "Jos\u00e9.ts", "Jose\u0301.ts"],
    ["full width", "ada.ts", "ａｄａ.ts"],
    ["ligatures", "ﬁona.ts", "fiona.ts"],
    ["blanks at the end", "ada.ts", "ada .ts"],
    ["dots at the end", "ada.ts", "ada...ts"],
    ["kinds of blanks", "ada b.ts", "ada\u00a0b.ts"],
    ["control characters", "ada\u0007.ts", "ada\u0008.ts"],
    ["direction", "ada\u202e.ts", "ada\u202d.ts"],
    ["blanks without width", "ada.ts", "a\u200bda.ts"],
    ["a soft hyphen", "ada.ts", "a\u00adda.ts"],
    ["a variant of the same sign", "⚙.ts", "⚙\ufe0f.ts"],
    ["what is beyond any length", `${"x".repeat(200)}1.ts`, `${"x".repeat(200)}2.ts`],
    ["characters nobody sees, alone", "\u200b.ts", "\u2060.ts"],
  ])("differ in what everybody sees where names differ in %s only", (_, one, other) => {
    const ids = idsOf(one, other);
    expect(new Set(ids.map(foldName)).size).toBe(2);
    // Others change nothing, nor does the order.
    expect(idsOf("ada-1.ts", other, "zoe.ts", one).filter((id) => !/^(ada-1|zoe)$/.test(id))).toEqual(ids);
    for (const id of ids) expect(id).not.toMatch(/[\p{Cc}\u202a-\u202e\u200b\u2060]|^$/u);
  });

  test("keep joiners, and only those, of what nobody sees", () => {
    expect(idsOf("می\u200cنا\u202e\u200b\u001b[2J.ts")).toEqual(["می\u200cنا [2J"]);
  });

  test("cannot be chosen so that they are another student's", () => {
    const [ada] = idsOf("Ada.ts", "ada.ts");
    expect(ada).toMatch(/^Ada-[0-9a-f]{8}$/);
    const ids = idsOf("Ada.ts", "ada.ts", `${ada}.ts`, `${ada}.ipynb`);
    expect(new Set(ids.map(foldName)).size).toBe(4);
  });

  test("of two folders with one name in them tell which is meant", () => {
    const folder = mkdtempSync(join(base, "class-"));
    const paths = ["monday/ada.ts", "tuesday/ada.ts", "tuesday/ben.ts"].map((path) => join(folder, path));
    for (const path of paths) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, "x");
    }
    const shownOf = (...args: string[]) => findSubmissions(args).entries.map(({ id, shown }) => [id, shown]);
    const expected = [
      ["monday/ada.ts", "monday/ada.ts"],
      ["tuesday/ada.ts", "tuesday/ada.ts"],
      ["ben", "ben.ts"],
    ];
    expect(shownOf(join(folder, "monday"), join(folder, "tuesday"))).toEqual(expected);
    expect(shownOf(...paths)).toEqual(expected);
    expect(shownOf(paths[0], paths[0], join(folder, "monday"))).toEqual([["ada", "ada.ts"]]);
  });
});

describe.runIf(process.platform === "linux")("A name that is not UTF-8", () => {
  test("costs its submission, and no other one: each has a row", () => {
    const folder = mkdtempSync(join(base, "class-"));
    const write = (name: Buffer) => writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), "x");
    mkdirSync(join(folder, "dan"));
    for (const letter of [0xfc, 0xf6]) write(Buffer.from([0x4d, letter, 0x2e, 0x74, 0x73]));
    write(Buffer.concat([Buffer.from("dan/"), Buffer.from([0xe9, 0x2e, 0x74, 0x73])]));
    const { entries } = findSubmissions([folder]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
    expect(entries.map(({ shown, problem }) => [shown, problem])).toEqual([
      ["M\ufffd.ts", "has a name that is not UTF-8; rename it"],
      ["M\ufffd.ts", "has a name that is not UTF-8; rename it"],
      ["dan", "holds a file whose name is not UTF-8 (\ufffd.ts); rename it"],
    ]);
  });
});
