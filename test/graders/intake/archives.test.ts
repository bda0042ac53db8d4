import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, test, vi } from "vitest";
import { shownPath } from "../../../graders/intake/Arrival";
import { candidatesIn } from "../../../graders/intake/candidates";
import { nothingToGrade } from "../../../graders/intake/nothingToGrade";
import { takeIn } from "../../../graders/intake/takeIn";
import { inWords } from "../inWords";
import { intakeOf } from "./entriesIn";

const base = mkdtempSync(join(tmpdir(), "nablab-archives-"));
afterAll(() => rmSync(base, { recursive: true }));

// The tests may be run as root, who may read everything.
vi.mock("node:fs", async (importOriginal) => {
  const fs = await importOriginal<typeof import("node:fs")>();
  const readdirSync = (path: string, ...rest: []) => {
    if (path.endsWith("locked")) throw Object.assign(new Error("permission denied"), { code: "EACCES" });
    return fs.readdirSync(path, ...rest);
  };
  return { ...fs, readdirSync };
});

const zipOf = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, file]) => [name, typeof file === "string" ? strToU8(file) : file]),
    ),
  );

function write(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), content);
  return join(base, path);
}

async function rowsOf(...paths: string[]) {
  const newFolder = (): string => mkdtempSync(join(base, "new-"));
  const { handIns } = await takeIn(paths, { released: [], newFolder });
  return handIns.map((handIn) => {
    const files = candidatesIn(handIn);
    const found = files.map((file) => `${shownPath(file)}=${readFileSync(file.path, "utf8")}`);
    return [handIn.learners[0].id, ...(files.length > 0 ? found : [inWords(nothingToGrade(handIn))])];
  });
}

describe("An archive", () => {
  const canvas = { "berganna_1_2_hw.ipynb": "a", "abeltom_3_4_hw.ipynb": "t", "__MACOSX/._x": "" };
  const expected = [
    ["3", "abeltom_3_4_hw.ipynb=t"],
    ["1", "berganna_1_2_hw.ipynb=a"],
  ];

  test("of a class is read as the folder would be, also alone in a folder", async () => {
    expect(await rowsOf(write("one/submissions.zip", zipOf(canvas)))).toEqual(expected);
    expect(await rowsOf(join(base, "one"))).toEqual(expected);
  });

  test("may hold the class in a folder of the archive's name", async () => {
    const zip = zipOf({ "hw1/ada.ipynb": "a", "hw1/ben.ipynb": "b" });
    expect(await rowsOf(write("two/hw1.zip", zip))).toEqual([
      ["ada", "hw1/ada.ipynb=a"],
      ["ben", "hw1/ben.ipynb=b"],
    ]);
  });

  test("that a learner made is opened, if nothing else is there; one in it is not", async () => {
    write("three/ada/work.zip", zipOf({ "work/hw.ipynb": "a" }));
    write("three/ben.zip", zipOf({ "hw.ts": "b" }));
    write("three/cleo.ipynb", "c");
    write("three/cleo.zip", zipOf({ "other.ipynb": "x" }));
    write("three/dan.zip", zipOf({ "inner.zip": zipOf({ "hw.ipynb": "x" }) }));
    write("three/eve.zip", zipOf({ "../hw.ipynb": "x" }));
    expect(await rowsOf(join(base, "three"))).toEqual([
      ["ada", "ada/work.zip/work/hw.ipynb=a"],
      ["ben", "ben.zip/hw.ts=b"],
      ["cleo", "cleo.ipynb=c"],
      ["dan", "is an archive that is not opened; ask for the notebook (.ipynb)"],
      ["eve", "is a zip file with a path that leads out of it (../hw.ipynb), and is not unpacked"],
    ]);
  });

  test("of a class that cannot be unpacked ends the command in one line", async () => {
    const path = write("four/class.zip", zipOf({ "../ada.ipynb": "x" }));
    await expect(rowsOf(path)).rejects.toThrow(/^class\.zip is a zip file with a path that leads out of it/);
  });
});

describe("What cannot be read", () => {
  test("is a row of its learner's", async () => {
    write("five/ada.ipynb", "a");
    mkdirSync(join(base, "five/locked"));
    mkdirSync(join(base, "five/empty"));
    expect(await rowsOf(join(base, "five"))).toEqual([
      ["ada", "ada.ipynb=a"],
      ["empty", "is a folder without a notebook (.ipynb) or a TypeScript file (.ts)"],
      ["locked", "cannot be read (EACCES)"],
    ]);
  });

  test("is a row below a pattern too; what is fixed has to be there", async () => {
    write("six/ada/hw.ipynb", "a");
    mkdirSync(join(base, "six/ben/locked"), { recursive: true });
    expect(await rowsOf(`${base}/six/{student}/*.ipynb`)).toEqual([
      ["ada", "ada/hw.ipynb=a"],
      ["ben", "has no *.ipynb"],
    ]);
    expect(await rowsOf(`${base}/six/{student}/locked/*.ipynb`)).toEqual([
      ["ada", "has no locked/*.ipynb"],
      ["ben", "cannot be read (EACCES)"],
    ]);
    await expect(intakeOf([`${base}/nowhere/{student}/hw.ipynb`])).rejects.toThrow(/^there is no file or folder /);
  });

  test.each([
    ["hw.pdf", "is a PDF; ask for the notebook (.ipynb)"],
    ["hw.docx", "is a text document; ask for the notebook (.ipynb)"],
    ["hw.ipynb.html", "is a web page; ask for the notebook (.ipynb)"],
    ["hw.xyz", "is a file of another kind (.xyz); ask for the notebook (.ipynb)"],
    ["hw", "is a file of unknown kind; ask for the notebook (.ipynb)"],
  ])("%s is called what it is", async (name, said) => {
    const path = write(`kinds/${name.replaceAll(".", "-")}/${name}`, "x");
    expect((await rowsOf(path))[0][1]).toBe(said);
  });

  test("several files are named", async () => {
    for (const name of ["a.pdf", "b.png"]) write(`seven/ada/${name}`, "x");
    expect((await rowsOf(join(base, "seven/ada/a.pdf"), join(base, "seven")))[1]).toEqual([
      "ada",
      "is a picture; ask for the notebook (.ipynb)",
    ]);
    expect((await rowsOf(join(base, "seven")))[0][1]).toBe(
      "holds 2 files, none of them a notebook (a.pdf, b.png); ask for the notebook (.ipynb)",
    );
  });
});
