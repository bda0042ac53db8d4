import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { foldName } from "../../../graders/text/foldName";
import { printable } from "../../../graders/text/printable";
import { inWords } from "../inWords";
import { entriesIn, intakeOf } from "./entriesIn";

const base = mkdtempSync(join(tmpdir(), "nablab-find-"));
afterAll(() => rmSync(base, { recursive: true }));

/** Creates the files in a new folder, and returns what is found there, with paths relative to it. */
async function find(...files: string[]) {
  const folder = mkdtempSync(join(base, "class-"));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "x");
  }
  const entries = await entriesIn(folder);
  // What results show is the path below the folder, and that is also where the file is read.
  for (const { file, shown, problem } of entries) {
    if (problem === undefined) expect(printable(file)).toBe(join(folder, String(shown)));
  }
  return entries.map(({ id, shown, problem }) => ({
    id,
    file: shown,
    ...(problem ? { problem: inWords(problem) } : {}),
  }));
}

describe("A class folder", () => {
  test("holds a file a student, or a folder a student, in the order of their names", async () => {
    expect(await find("zoe.ipynb", "bob/my solution.ipynb", "ada.ts")).toEqual([
      { id: "ada", file: "ada.ts" },
      { id: "bob", file: "bob/my solution.ipynb" },
      { id: "zoe", file: "zoe.ipynb" },
    ]);
  });

  test("may hold the folder for the results, which is no student's", async () => {
    const folder = mkdtempSync(join(base, "class-"));
    mkdirSync(join(folder, "results"));
    writeFileSync(join(folder, "ada.ts"), "x");
    const idsWith = async (results?: string) =>
      (await intakeOf([folder], results)).handIns.flatMap(({ learners }) => learners.map(({ id }) => id));
    expect(await idsWith(join(folder, "results"))).toEqual(["ada"]);
    expect(await idsWith(`${folder}/../${basename(folder)}/results/`)).toEqual(["ada"]);
    expect(await idsWith()).toEqual(["ada", "results"]);
  });

  test("of a notebook and a script, the notebook is meant, and they are one student's if named alike", async () => {
    expect(await find("ada/helper.ts", "ada/work.ipynb")).toEqual([{ id: "ada", file: "ada/work.ipynb" }]);
    expect(await find("ada.ts", "ada.ipynb")).toEqual([{ id: "ada", file: "ada.ipynb" }]);
  });
});

describe("Ids", () => {
  const idsOf = async (...files: string[]) => (await find(...files)).map(({ id }) => id);

  test("are the names, whatever the language", async () => {
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
    expect((await idsOf(...names.map((name) => `${name}.ts`))).sort()).toEqual([...names].sort());
    // As systems with another way of writing the same hand it out.
    expect(await idsOf("Mari\u0301a.ts")).toEqual(["Mar\u00eda"]);
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
  ])("differ in what everybody sees where names differ in %s only", async (_, one, other) => {
    const ids = await idsOf(one, other);
    expect(new Set(ids.map(foldName)).size).toBe(2);
    // Others change nothing, nor does the order.
    const among = await idsOf("ada-1.ts", other, "zoe.ts", one);
    expect(among.filter((id) => !/^(ada-1|zoe)$/.test(id))).toEqual(ids);
    for (const id of ids) expect(id).not.toMatch(/[\p{Cc}\u202a-\u202e\u200b\u2060]|^$/u);
  });

  test("keep joiners, and only those, of what nobody sees", async () => {
    expect(await idsOf("می\u200cنا\u202e\u200b\u001b[2J.ts")).toEqual(["می\u200cنا [2J"]);
  });

  test("cannot be chosen so that they are another student's", async () => {
    const [ada] = await idsOf("Ada.ts", "ada.ts");
    expect(ada).toMatch(/^Ada-[0-9a-f]{8}$/);
    const ids = await idsOf("Ada.ts", "ada.ts", `${ada}.ts`, `${ada} .ipynb`);
    expect(new Set(ids.map(foldName)).size).toBe(4);
  });

  test("of two folders with one name in them tell which is meant", async () => {
    const folder = mkdtempSync(join(base, "class-"));
    const paths = ["monday/ada.ts", "tuesday/ada.ts", "tuesday/ben.ts"].map((path) => join(folder, path));
    for (const path of paths) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, "x");
    }
    const shownOf = async (...args: string[]) => (await entriesIn(...args)).map(({ id, shown }) => [id, shown]);
    const expected = [
      ["monday/ada.ts", "monday/ada.ts"],
      ["tuesday/ada.ts", "tuesday/ada.ts"],
      ["ben", "ben.ts"],
    ];
    expect(await shownOf(join(folder, "monday"), join(folder, "tuesday"))).toEqual(expected);
    expect(await shownOf(...paths)).toEqual(expected);
    expect(await shownOf(paths[0], paths[0], join(folder, "monday"))).toEqual([["ada", "ada.ts"]]);
  });
});

describe.runIf(process.platform === "linux")("A name that is not UTF-8", () => {
  test("costs its submission, and no other one: each has a row", async () => {
    const folder = mkdtempSync(join(base, "class-"));
    const write = (name: Buffer) => writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), "x");
    mkdirSync(join(folder, "dan"));
    for (const letter of [0xfc, 0xf6]) write(Buffer.from([0x4d, letter, 0x2e, 0x74, 0x73]));
    write(Buffer.concat([Buffer.from("dan/"), Buffer.from([0xe9, 0x2e, 0x74, 0x73])]));
    const entries = await entriesIn(folder);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
    expect(entries.map(({ shown, problem }) => [shown, inWords(problem)])).toEqual([
      ["M\ufffd.ts", "has a name that is not UTF-8; rename it"],
      ["M\ufffd.ts", "has a name that is not UTF-8; rename it"],
      ["dan", "holds a file whose name is not UTF-8 (\ufffd.ts); rename it"],
    ]);
  });
});
