import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { root } from "../house/files";

const samples = join(root, "graders/cli/demo/class");
const perfect = "ada-perfect.ipynb";

/** A made-up class on Canvas: id, sortable name, login, and what was handed in, by the end of its name there. */
const class_: [number, string, string, Record<string, string>][] = [
  [510001, "Abel, Tom", "tabel", { "_LATE_510001_920001_01-logistic-regression-1.ipynb": perfect }],
  [510002, "Berg, Anna", "aberg", { "_510002_920002_01-logistic-regression.ipynb": perfect }],
  [
    510003,
    "Müller, Jürgen",
    "jmueller",
    { "_510003_920003_01-logistic-regression (2).ipynb": "cleo-misconception.ipynb" },
  ],
  [510004, "李明", "liming", { "_510004_920004_homework.ipynb": perfect }],
  [510005, "Haddad, ليلى", "lhaddad", { "_510005_920005_01-logistic-regression.ipynb": "dan-syntax-error.ipynb" }],
  [
    510006,
    "Falk, Nora",
    "nfalk",
    { "_510006_920006_01-logistic-regression.ipynb": perfect, "_510006_920007_scratch.ts": "ben-partly-right.ts" },
  ],
  [510007, "Kern, Paul", "pkern", { "_510007_text.html": "" }],
  [510008, "O’Neil, Bo", "=boneil", { "_510008_920008_solution.ts": "ben-partly-right.ts" }],
  [510009, "Lind, Mara", "mlind", { "_510009_920009_01-logistic-regression.ipynb.json": perfect }],
  [510010, "Roth, Ines", "iroth", { "_510010_920010_01-logistic-regression.ipynb.txt": perfect }],
  [510011, "Sand, Jo", "jsand", { "_510011_920011_work.zip": "zip" }],
  [510012, "Vogt, Lena", "lvogt", { "_510012_920012_01-logistic-regression.pdf": "" }],
  [510013, "Wang, Fang", "-fwang", { "_LATE_510013_920013_01-logistic-regression.ipynb": perfect }],
  [510014, "Zorn, Max", "mzorn", {}],
  [510015, "Ångström, Zoë", "zangstroem", {}],
];

/** As Canvas writes names into files: letters only, in lower case. */
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{M}]/gu, "");

const read = (sample: string): Uint8Array => readFileSync(join(samples, sample));

function contentOf(sample: string): Uint8Array {
  if (sample === "zip") return zipSync({ "work/01-logistic-regression.ipynb": read(perfect) });
  return sample === "" ? strToU8("<p>see attachment</p>") : read(sample);
}

/** Canvas's *Download Submissions*: 14 files of 13 students. */
export function canvasDownload(): Uint8Array {
  const files = class_.flatMap(([, name, , handedIn]) =>
    Object.entries(handedIn).map(([end, sample]) => [lettersOf(name) + end, contentOf(sample)] as const),
  );
  return zipSync(Object.fromEntries(files));
}

/** Canvas's gradebook export: all 15. */
export function canvasGradebook(): string {
  const rows = class_.map(([id, name, login]) => `"${name}",${id},00${id},${login},Section 1,,`);
  const header = "Student,ID,SIS User ID,SIS Login ID,Section,HW 1 (77001),Final Score";
  return `\ufeff${[header, "    Points Possible,,,,,100,(read only)", ...rows].join("\r\n")}\r\n`;
}

/** What Canvas's import knows of the course. */
export const canvasCourse = {
  assignments: [{ id: 77001, title: "HW 1" }],
  students: class_.map(([id, sortableName, login]) => ({
    id,
    name: sortableName,
    sortableName,
    login,
    sisId: `00${id}`,
  })),
};
