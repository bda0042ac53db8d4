import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { shownPath } from "../../../graders/intake/Arrival";
import { candidatesIn } from "../../../graders/intake/candidates";
import { inWords } from "../inWords";
import { intakeOf } from "./entriesIn";

const base = mkdtempSync(join(tmpdir(), "nablab-layouts-"));
afterAll(() => rmSync(base, { recursive: true }));

/** A new folder with these files. */
function folderOf(files: Record<string, string> | readonly string[]): string {
  const folder = mkdtempSync(join(base, "class-"));
  const contents = Array.isArray(files) ? Object.fromEntries(files.map((file) => [file, "x"])) : files;
  for (const [path, text] of Object.entries(contents as Record<string, string>)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Whose files are whose: the learners' ids, and the files that could be graded, by their paths. */
async function takenFrom(...paths: string[]) {
  const { handIns, recognised, passedOver } = await intakeOf(paths);
  return {
    layout: recognised[0]?.layout ?? "plain",
    passedOver,
    handIns,
    rows: handIns.map((one) => [one.learners.map(({ id }) => id).join("+"), ...candidatesIn(one).map(shownPath)]),
  };
}

describe("Canvas", () => {
  test("names a file after the learner, the user's id and the attachment's", async () => {
    const { layout, rows, handIns } = await takenFrom(
      folderOf([
        "abeltom_LATE_410002_900002_01-logistic-regression-1.ipynb",
        "berganna_410001_900001_01-logistic-regression.ipynb",
        "falknora_410006_900006_01-logistic-regression.ipynb",
        "falknora_410006_900007_scratch.ipynb",
        "kernpaul_410007_text.html",
        "lindmara_410009_900009_hw.ipynb.json",
        "müllerjürgen_410003_900003_01-logistic-regression (2).ipynb",
        "rothines_10000000000000410010_900010_hw_1.ipynb.txt",
        "studenttest_410011_900011_hw.ipynb",
        "vogtlena_410012_900012_hw.pdf",
        "anon_k3Xp2_900013_hw.ipynb",
        "LATE_anon_9aB0z_900014_hw.ipynb",
      ]),
    );
    expect(layout).toBe("canvas");
    expect(rows.map(([id, ...files]) => [id, files.length])).toEqual([
      ["anon_9aB0z", 1],
      ["410002", 1],
      ["anon_k3Xp2", 1],
      ["410001", 1],
      ["410006", 2],
      ["410007", 0],
      ["410009", 1],
      ["410003", 1],
      ["10000000000000410010", 1],
      ["410011", 1],
      ["410012", 0],
    ]);
    const abel = handIns.find(({ learners }) => learners[0].id === "410002");
    expect(abel).toMatchObject({ learners: [{ id: "410002", name: "abeltom" }], late: true, attempt: 2 });
    expect(handIns.find(({ learners }) => learners[0].id === "410001")).toMatchObject({ late: false, attempt: 1 });
    // What the course does not call so may end in a number for other reasons.
    expect(handIns.find(({ learners }) => learners[0].id === "410009")?.attempt).toBeUndefined();
  });
});

test("nobody can name a file so that it is another's", async () => {
  const taken = await Promise.all(
    [
      ["zoe_410001_900001_abeltom_410002_900002_hw.ipynb", "9_410001_900001_hw.ipynb"],
      ["Zoe_31001_assignsubmission_file_Tom_31002_assignsubmission_file_hw.ipynb"],
      [
        "HW1_zoe_attempt_2026-11-03-10-22-33_HW1_tom_attempt_2026-11-04-10-22-33_hw.ipynb",
        "HW1_eve_attempt_2026-11-03-10-22-33_hw.ipynb",
      ],
    ].map((names) => takenFrom(folderOf(names))),
  );
  expect(taken.map(({ rows }) => rows.map(([id]) => id))).toEqual([["410001"], ["31001"], ["eve", "zoe"]]);
});

describe("Moodle", () => {
  test("has a folder for each learner and kind of submission", async () => {
    const { layout, rows, handIns } = await takenFrom(
      folderOf([
        "Anna Berg_31001_assignsubmission_file_/01-logistic-regression.ipynb",
        "Anna Berg_31001_assignsubmission_onlinetext_/onlinetext.html",
        "Jürgen Müller_31002_assignsubmission_file/abgabe/hw.ipynb",
        "Tom_Abel_31003_assignsubmission_onlinetext_/onlinetext.html",
      ]),
    );
    expect(layout).toBe("moodle");
    expect(rows).toEqual([
      ["31001", "Anna Berg_31001_assignsubmission_file_/01-logistic-regression.ipynb"],
      ["31002", "Jürgen Müller_31002_assignsubmission_file/abgabe/hw.ipynb"],
      ["31003"],
    ]);
    expect(handIns.map(({ learners }) => learners[0].name)).toEqual(["Anna Berg", "Jürgen Müller", "Tom_Abel"]);
  });

  test("without folders, the file's own name follows", async () => {
    const { rows, handIns } = await takenFrom(folderOf(["Anna Berg_31001_assignsubmission_file_my_hw.ipynb"]));
    expect(rows).toEqual([["31001", "Anna Berg_31001_assignsubmission_file_my_hw.ipynb"]]);
    expect(handIns[0].files[0].given).toBe("my_hw.ipynb");
  });
});

describe("Blackboard", () => {
  test("of a learner's attempts, the newest counts; titles and logins may hold the sign between them", async () => {
    const { layout, rows, handIns, passedOver } = await takenFrom(
      folderOf([
        "HW_1_aberg_attempt_2026-11-03-10-22-33_old.ipynb",
        "HW_1_aberg_attempt_2026-11-03-10-22-33.txt",
        "HW_1_aberg_attempt_2026-11-04-09-00-00_new.ipynb",
        "HW_1_aberg_attempt_2026-11-04-09-00-00.txt",
        "HW_1_t_abel_attempt_2026-11-03-10-22-33_hw.ipynb",
        "HW_1_zoe_attempt_2026-11-03-10-22-33.txt",
      ]),
    );
    expect(layout).toBe("blackboard");
    expect(rows).toEqual([
      ["aberg", "HW_1_aberg_attempt_2026-11-04-09-00-00_new.ipynb"],
      ["t_abel", "HW_1_t_abel_attempt_2026-11-03-10-22-33_hw.ipynb"],
      ["zoe"],
    ]);
    expect(handIns[0]).toMatchObject({ attempt: 2, learners: [{ login: "aberg" }] });
    expect(passedOver).toEqual([
      "HW_1_aberg_attempt_2026-11-03-10-22-33.txt",
      "HW_1_aberg_attempt_2026-11-03-10-22-33_old.ipynb",
    ]);
  });
});

describe("Gradescope", () => {
  const metadata = `---
submission_1:
  :submitters:
  - :name: Anna Berg
    :sid: '00410001'
    :email: anna@example.edu
  :created_at: 2026-11-20 10:00:00 Z
submission_2:
  :submitters:
  - :name: Nora Falk
    :sid: 00410006
    :email: nora@example.edu
  - :name: Tom Abel
    :sid:
    :email: tom@example.edu
submission_3:
  :submitters:
  - :name: Ines Roth
    :sid: '00410010'
`;
  const files = {
    "submission_metadata.yml": metadata,
    "submission_1/hw.ipynb": "x",
    "submission_2/hw.ipynb": "x",
  };

  test.each(["", "assignment_5551234_export/"])("says whose a submission is, below %s too", async (outer) => {
    const folder = folderOf(Object.fromEntries(Object.entries(files).map(([path, text]) => [outer + path, text])));
    const { layout, rows, handIns } = await takenFrom(folder);
    expect(layout).toBe("gradescope");
    expect(rows).toEqual([
      ["00410001", `${outer}submission_1/hw.ipynb`],
      ["00410006+tom@example.edu", `${outer}submission_2/hw.ipynb`],
      ["00410010"],
    ]);
    expect(inWords(handIns[2].problem)).toMatch(/^is listed in the export/);
  });

  test("a file that says nothing readable is answered in one line", async () => {
    const broken = folderOf({ ...files, "submission_metadata.yml": "a: [b: *c" });
    await expect(takenFrom(broken)).rejects.toThrow(/^submission_metadata.yml cannot be read; export/);
  });
});

describe("GitHub Classroom", () => {
  test("a clone is the learner's whose login follows the assignment's name", async () => {
    const clone = (name: string) =>
      ["package.json", "dist/index.d.ts", "notebooks/01-logistic-regression.ipynb"].map((file) => `${name}/${file}`);
    const { layout, rows } = await takenFrom(folderOf([...clone("hw1-ada"), ...clone("hw1-anna-berg")]));
    expect(layout).toBe("github");
    expect(rows).toEqual([
      ["ada", "hw1-ada/notebooks/01-logistic-regression.ipynb"],
      ["anna-berg", "hw1-anna-berg/notebooks/01-logistic-regression.ipynb"],
    ]);
  });
});

test("GitHub's own folder around the clones says what the assignment is called", async () => {
  const clone = (name: string) =>
    ["package.json", "notebooks/hw.ipynb"].map((file) => `hw1-submissions/${name}/${file}`);
  const { rows } = await takenFrom(folderOf([...clone("hw1-team-a"), ...clone("hw1-team-b")]));
  expect(rows.map(([id]) => id)).toEqual(["team-a", "team-b"]);
});

describe("Without a platform", () => {
  test("a file or a folder is a learner's, with files that differ in their ending only", async () => {
    const { layout, rows, passedOver } = await takenFrom(
      folderOf([
        "ada.ipynb",
        "ada.ts",
        "__MACOSX/._ada.ipynb",
        "ben/deeper/work.ipynb",
        "ben/.ipynb_checkpoints/work-checkpoint.ipynb",
        "cleo/types.d.ts",
        "cleo/work.ts",
        "dan.pdf",
        "grades.csv",
        "README.md",
        ".DS_Store",
      ]),
    );
    expect(layout).toBe("plain");
    expect(rows).toEqual([["ada", "ada.ipynb"], ["ben", "ben/deeper/work.ipynb"], ["cleo", "cleo/work.ts"], ["dan"]]);
    expect([...passedOver].sort()).toEqual([
      ".DS_Store",
      "README.md",
      "__MACOSX",
      "ben/.ipynb_checkpoints",
      "grades.csv",
    ]);
  });

  test("what looks like a notebook is one, whatever its name says", async () => {
    const notebook = JSON.stringify({ cells: [], nbformat: 4 });
    const { rows } = await takenFrom(folderOf({ "ada.json": notebook, "ben.txt": notebook, "cleo.json": "{}" }));
    expect(rows).toEqual([["ada", "ada.json"], ["ben", "ben.txt"], ["cleo"]]);
  });

  test("a folder around a class is looked into, one of a learner's is not", async () => {
    const files = ["ada/hw.ipynb", "ben/hw.ipynb"];
    const wrapped = await takenFrom(folderOf(files.map((file) => `class/${file}`)));
    expect(wrapped.rows.map(([id]) => id)).toEqual(["ada", "ben"]);
    const alone = await takenFrom(folderOf(["ada/hw.ipynb", "ada/scratch.ipynb"]));
    expect(alone.rows.map(([id]) => id)).toEqual(["ada"]);
  });

  test("many paths of one folder are laid out as the folder is", async () => {
    const names = ["berganna_1_2_hw.ipynb", "abeltom_3_4_hw.ipynb"];
    const folder = folderOf(names);
    const { layout, rows } = await takenFrom(...names.map((name) => join(folder, name)));
    expect([layout, rows.map(([id]) => id)]).toEqual(["canvas", ["1", "3"]]);
  });

  test("links are named, and not followed", async () => {
    const folder = folderOf(["ada/hw.ipynb"]);
    symlinkSync(join(folder, "ada"), join(folder, "ben"));
    symlinkSync(join(folder, "ada/hw.ipynb"), join(folder, "cleo.ipynb"));
    const { rows, handIns } = await takenFrom(folder);
    expect(rows).toEqual([["ada", "ada/hw.ipynb"], ["ben"], ["cleo"]]);
    for (const { files } of handIns.slice(1)) expect(inWords(files[0].problem)).toMatch(/^is a symbolic link/);
  });
});

describe("A pattern", () => {
  test("has the learner's id where {student} stands; links are not followed below what is fixed", async () => {
    const folder = folderOf(["ada/course/notebooks/hw.ipynb", "ben/course/other.ipynb", "cleo/notes.txt"]);
    symlinkSync(join(folder, "ada"), join(folder, "dan"));
    mkdirSync(join(folder, "eve/course"), { recursive: true });
    symlinkSync(join(folder, "ada/course/notebooks"), join(folder, "eve/course/notebooks"));
    const { rows, handIns } = await takenFrom(`${folder}/{student}/course/notebooks/hw.ipynb`);
    expect(rows).toEqual([["ada", "ada/course/notebooks/hw.ipynb"], ["ben"], ["cleo"], ["dan"], ["eve"]]);
    const problems = handIns.map(({ files }) => inWords(files[0].problem));
    expect(problems[1]).toBe("has no notebooks/hw.ipynb");
    expect(problems[2]).toBe("has no course/notebooks/hw.ipynb");
    expect(problems[3]).toMatch(/^is a symbolic link/);
    expect(problems[4]).toMatch(/^is a symbolic link/);
  });

  test("may go on with an assignment's name, and end in a folder", async () => {
    const folder = folderOf(["submitted/ada/ps1/hw.ipynb", "submitted/ben/ps1/deep/hw.ipynb"]);
    const { rows } = await takenFrom(`${folder}/submitted/{student}/{assignment}/`);
    expect(rows).toEqual([
      ["ada", "ada/ps1/hw.ipynb"],
      ["ben", "ben/ps1/deep/hw.ipynb"],
    ]);
  });

  test("may be a part of a name, and has to say where the learner stands", async () => {
    const folder = folderOf(["hw1-ada.ipynb", "hw1-ben.ipynb", "other.txt"]);
    const { rows } = await takenFrom(`${folder}/hw1-{student}.ipynb`);
    expect(rows.map(([id]) => id)).toEqual(["ada", "ben"]);
    await expect(takenFrom(`${folder}/{assignment}/x.ipynb`)).rejects.toThrow(/no \{student\}/);
  });
});
