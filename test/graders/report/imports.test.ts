import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { SubmissionResult } from "../../../graders/engine/results";
import { canvas } from "../../../graders/report/formats/canvas";
import { csv } from "../../../graders/report/formats/csv";
import { moodle } from "../../../graders/report/formats/moodle";
import type { Format, Report } from "../../../graders/report/Report";
import { type CanvasCourse, canvasImport } from "./canvasImport";
import { type MoodleUser, moodleImport } from "./moodleImport";

const f = { name: "f", status: "partial", points: 2.5, maxPoints: 100, followThrough: false, checks: [] } as const;
const base = { sha256: null, maxScore: 100, durationMs: 1, functions: [{ ...f, checks: [] }] };

function graded(id: string, score: number, about: Partial<SubmissionResult> = {}): SubmissionResult {
  return { ...base, id, file: `${id}.ts`, status: "graded", score, ...about };
}

function without(id: string, status: SubmissionResult["status"], about: Partial<SubmissionResult> = {}) {
  const error = status === "not-handed-in" ? {} : { file: `${id}.ts`, error: "is empty" };
  return { ...base, id, status, score: null, functions: [], ...error, ...about } satisfies SubmissionResult;
}

function textOf(format: Format, results: readonly SubmissionResult[], title?: string): string {
  const report: Report = {
    head: { schema: "nablab.results/1", assignment: "a", seed: 1, versions: { nablab: "1", node: "2" } },
    assignment: {
      number: 1,
      slug: "a",
      title: "A, one",
      functions: [{ name: "f", points: 100 }],
      checks: [],
      recorded: {},
    },
    titles: new Map(),
    title,
    maxScore: 100,
    count: results.length,
    submissions: () => results.map((result) => ({ result, code: [] })),
  };
  const [{ chunks }] = format.files(report);
  return [...chunks].join("");
}

/** Made up: names that sort, mirror or are wide, logins that a spreadsheet takes for formulas, an SIS with zeros. */
const people: [id: number, name: string, sortableName: string, login: string][] = [
  [510001, "Vera Blum", "Blum, Vera", "vblum"],
  [510002, "Zoë Ångström", "Ångström, Zoë", "-zoe"],
  [510003, "王芳", "王芳", "=wang"],
  [510004, "نور Saleh", "Saleh, نور", "@nour"],
  [510005, 'Bo "Bobby" O’Neil, Jr.', 'O’Neil, Bo "Bobby", Jr.', "+bo"],
  [510006, "Ivo Roth", "Roth, Ivo", "1.5"],
  [510007, "Lea Roth", "Roth, Lea", "lroth"],
  [510008, "Lea Roth", "Roth, Lea", "lroth2"],
  [510009, "Mia Klar", "Klar, Mia", "mklar"],
  [510010, "Tim Klar", "Klar, Tim", "tklar"],
  [510011, "Ute Ernst", "Ernst, Ute", "uernst"],
  [510012, "Max Ernst", "Ernst, Max", "mernst"],
  [510013, "Jo Sand", "Sand, Jo", "jsand"],
];
const course: CanvasCourse = {
  students: people.map(([id, name, sortableName, login]) => ({ id, name, sortableName, login, sisId: `00${id}` })),
  assignments: [
    { id: 88001, title: "HW 1" },
    { id: 88002, title: "A, one" },
  ],
};
const scores = [100, 87.5, 0, 64.25, 99.99, 12, 40, 60, 33.33];

/** The class as a roster gives it: nine with a score, and one each of those who have none. */
const known = people.map(([id, name, , login], i) => {
  const about = { name, login, section: i % 2 ? "Tue, 8:00" : "Mon", email: `${i}@school.example` };
  if (i < scores.length) return graded(String(id), scores[i], about);
  const status = (["not-gradable", "grader-fault", "not-handed-in", "not-gradable"] as const)[i - scores.length];
  return without(String(id), status, about);
});

describe("canvas.csv", () => {
  test("finds everybody with a score by Canvas's id, and the assignment by the title as it was given", () => {
    const text = textOf(canvas, known, "HW 1 (88001)");
    const { assignments, grades, missing } = canvasImport(text, course);
    expect({ assignments, missing }).toEqual({ assignments: [88001], missing: [] });
    expect([...grades]).toEqual(scores.map((score, i) => [510001 + i, [String(score)]]));
    expect(text.split("\r\n").slice(0, 3)).toEqual([
      "Student,ID,SIS User ID,SIS Login ID,Section,HW 1 (88001)",
      '"    Points Possible",,,,,100',
      "Vera Blum,510001,,vblum,Mon,100",
    ]);
  });

  test.each(["HW 1", '-x, "y" (88001)', "=HW (88001)"])("keeps every character of the title %s", (title) => {
    const text = textOf(canvas, known, title);
    expect(Papa.parse<string[]>(text).data[0][5]).toBe(title);
    expect(canvasImport(text, course).assignments).toEqual([88001]);
  });

  test("is called as the assignment is where no title is given, which Canvas finds if it has that title", () => {
    expect(canvasImport(textOf(canvas, known), course).assignments).toEqual([88002]);
    expect(canvasImport(textOf(canvas, known, "HW 7"), course).assignments).toEqual([null]);
  });

  test("finds students by login where files are named after it, whatever it begins with", () => {
    const files = people.map(([, , , login], i) => graded(login, i));
    const { grades, missing } = canvasImport(textOf(canvas, files), course);
    expect(missing).toEqual([]);
    expect([...grades]).toEqual(people.map(([id], i) => [id, [String(i)]]));
  });

  test("takes a number in a file's name for the SIS's, never for Canvas's own id of somebody else", () => {
    const students = [...course.students, { ...course.students[0], id: 77, sisId: "510002", login: "x", name: "X" }];
    const { grades } = canvasImport(textOf(canvas, [graded("510002", 5), graded("00510003", 6)]), {
      ...course,
      students,
    });
    expect([...grades]).toEqual([
      [77, ["5"]],
      [510003, ["6"]],
    ]);
  });

  test("has no byte order mark and no empty grade, which would delete one", () => {
    const text = textOf(canvas, known);
    expect(text.startsWith("Student,")).toBe(true);
    expect([...canvasImport(text, course).grades.values()].flat()).not.toContain("");
  });
});

const users: MoodleUser[] = people.map(([id, , , login], i) => ({
  id,
  username: login,
  idnumber: `00${id}`,
  email: `${i}@school.example`,
}));
const mapping = { from: "username", to: "username", grade: "HW 1", feedback: "HW 1 feedback" } as const;

describe("moodle.csv", () => {
  test.each([".", ","])("finds everybody with a score by username, with the decimal separator %s", (decimals) => {
    const { grades } = moodleImport(textOf(moodle, known, "HW 1"), users, mapping, decimals);
    expect([...grades]).toEqual(scores.map((score, i) => [510001 + i, score]));
  });

  test("finds them by email address too, and says nothing of those without a score", () => {
    const byEmail = { ...mapping, from: "email", to: "email" } as const;
    const { grades, feedback } = moodleImport(textOf(moodle, known, "HW 1"), users, byEmail);
    expect(grades.size).toBe(scores.length);
    expect([...feedback.keys()]).toEqual([...grades.keys()]);
  });

  test("leaves out a column that is not known of everybody, and whoever cannot be named, who is listed", () => {
    const some = known.map((one, i) => ({
      ...one,
      ...(i === 1 ? { login: undefined } : {}),
      ...(i < 3 ? { email: undefined } : {}),
    }));
    const text = textOf(moodle, some, "HW 1");
    expect(text.split("\r\n")[0]).toBe("username,HW 1,HW 1 feedback");
    expect(moodleImport(text, users, mapping).grades.has(510002)).toBe(false);
    const report = { submissions: () => some.map((result) => ({ result, code: [] })) } as unknown as Report;
    expect(moodle.leavesOut?.(report)).toEqual(["510002"]);
  });

  test("takes the files' names for usernames where nothing else is known", () => {
    const files = people.map(([, , , login], i) => graded(login, i));
    expect(moodleImport(textOf(moodle, files, "HW 1"), users, mapping).grades.size).toBe(people.length);
  });

  test("needs a name in every row: Moodle would give the grade to the user of the row above", () => {
    const text = "username,HW 1,HW 1 feedback\nvblum,1,\n,2,\n";
    expect([...moodleImport(text, users, mapping).grades]).toEqual([[510001, 2]]);
    expect(() => moodleImport("username,HW 1\nnobody,1\n", users, { ...mapping })).toThrow("usermappingerror");
  });
});

describe("A spreadsheet", () => {
  const hostile = ['=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", "+SUM(1)", "@x(1)", "-2+3+cmd|x"];

  test("opens results.csv as UTF-8, without a formula in it", () => {
    const text = textOf(csv, [...known, ...hostile.map((id) => graded(id, 1))]);
    expect(text.startsWith("\ufeffid,")).toBe(true);
    const cells = Papa.parse<string[]>(text).data.flat();
    expect(cells).toContain("'=wang");
    expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });

  test.each([canvas, moodle])("finds nothing that calls anything in $name.csv", (format) => {
    const text = textOf(format, [...known, ...hostile.map((login) => graded("1", 1, { login }))]);
    const cells = Papa.parse<string[]>(text).data.flat();
    for (const one of hostile) expect(cells).toContain(`'${one}`);
    expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual(["-zoe", "=wang", "@nour", "+bo"]);
  });
});
