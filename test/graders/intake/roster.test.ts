import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { HandIn } from "../../../graders/intake/HandIn";
import type { Learner } from "../../../graders/intake/Learner";
import { matchRoster } from "../../../graders/intake/roster/matchRoster";
import { readRoster } from "../../../graders/intake/roster/readRoster";

const folder = mkdtempSync(join(tmpdir(), "nablab-roster-"));
afterAll(() => rmSync(folder, { recursive: true }));

function roster(content: string | Buffer) {
  const path = join(folder, "class.csv");
  writeFileSync(path, content);
  return readRoster(path);
}

const learnersIn = (content: string | Buffer) => roster(content).listed.map(({ learner }) => learner);

describe("A roster", () => {
  test("is Canvas's gradebook export", () => {
    const text = [
      "Student,ID,SIS User ID,SIS Login ID,Section,Homework 1 (77001),Final Score",
      "    Points Possible,,,,,100,(read only)",
      '"Berg, Anna",410001,00410001,aberg,Monday,,',
      '"Haddad, ليلى",410005,00410005,lhaddad,"Monday, Tuesday",,',
      '"Student, Test",410099,,5f3c,Monday,,',
    ].join("\r\n");
    expect(learnersIn(`\ufeff${text}`)).toEqual([
      { id: "410001", login: "aberg", name: "Berg, Anna", section: "Monday" },
      { id: "410005", login: "lhaddad", name: "Haddad, ليلى", section: "Monday, Tuesday" },
      { id: "410099", login: "5f3c", name: "Student, Test", section: "Monday" },
    ]);
  });

  test("is Moodle's participants, in several languages", () => {
    const anna = { name: "Anna Berg", email: "anna@example.edu" };
    expect(learnersIn("First name,Last name,ID number,Email address\nAnna,Berg,,anna@example.edu\n")).toEqual([
      { id: "anna@example.edu", ...anna },
    ]);
    expect(learnersIn("First name / Last name,ID number,Email address\nAnna Berg,,anna@example.edu\n")).toEqual([
      { id: "anna@example.edu", ...anna },
    ]);
    expect(learnersIn("Vorname;Nachname;ID-Nummer;E-Mail-Adresse\nAnna;Berg;0017;anna@example.edu\n")).toEqual([
      { id: "0017", ...anna },
    ]);
    expect(roster("Identifier,Full name,Email address\nParticipant 31001,Anna Berg,anna@example.edu\n").listed).toEqual(
      [{ learner: { id: "Participant 31001", ...anna }, others: [], participant: "31001" }],
    );
  });

  test.each<[string, string | Buffer]>([
    ["commas", "id,login,name,email,section\n007,müller,Jürgen Müller,,A\n"],
    ["semicolons and a byte order mark", "\ufeffid;login;name;section\r\n007;müller;Jürgen Müller;A\r\n"],
    [
      "UTF-16, as Excel's Unicode text",
      Buffer.from("\ufeffID\tLogin\tName\tSection\r\n007\tmüller\tJürgen Müller\tA\r\n", "utf16le"),
    ],
    [
      "the bytes of an old Excel",
      Buffer.from("sep=;\r\nid;login;name;section\r\n007;müller;Jürgen Müller;A\r\n", "latin1"),
    ],
    ["a title above the headers", "Class of 2026,,,\nid,login,name,section\n007,müller,Jürgen Müller,A\n"],
  ])("may have %s", (_, content) => {
    expect(learnersIn(content)).toEqual([{ id: "007", login: "müller", name: "Jürgen Müller", section: "A" }]);
  });

  test("with somebody in two sections lists both; with two people of one id says so", () => {
    const { listed, duplicates } = roster("id,name,section\n1,Anna,A\n1,Anna,B\n2,Tom,A\n2,Nora,A\n");
    expect(listed.map(({ learner }) => [learner.name, learner.section])).toEqual([
      ["Anna", "A, B"],
      ["Tom", "A"],
    ]);
    expect(duplicates).toEqual(["2"]);
  });

  test.each<[string, string, RegExp]>([
    [
      "no column that is known",
      "a,b\n1,2\n",
      /^the roster class\.csv has no column .* \(its first row: a, b\); expected /,
    ],
    ["only headers", "id,name\n", /^the roster class\.csv lists nobody$/],
    ["nothing", "", /^the roster class\.csv lists nobody$/],
  ])("with %s is refused in one line", (_, content, message) => {
    expect(() => roster(content)).toThrow(message);
  });

  test("that is not there is refused in one line", () => {
    expect(() => readRoster(join(folder, "none.csv"))).toThrow("the roster none.csv cannot be read (ENOENT)");
  });
});

describe("Learners are found on the roster", () => {
  const canvas = roster(
    [
      "Student,ID,SIS User ID,SIS Login ID,Section",
      '"Berg, Anna",410001,00410001,aberg,A',
      '"Müller, Jürgen",410003,00410003,jmueller,A',
      '"Abel, Tom",410002,00410002,tabel@example.edu,B',
      '"Falk, Nora",410006,00410006,nfalk,B',
      '"Falk, Nora",410007,00410007,nfalk2,B',
      '"Student, Test",410099,,5f3c,A',
    ].join("\n"),
  );
  const find = (learner: Learner, more: Partial<HandIn> = {}) => {
    const { handIns, unknown } = matchRoster([{ learners: [learner], files: [], ...more }], canvas);
    return unknown.length > 0 ? null : handIns[0].learners[0].id;
  };

  test.each<[string, Learner, string | null]>([
    ["the id", { id: "410001", name: "somebody else" }, "410001"],
    ["the login", { id: "aberg", login: "aberg" }, "410001"],
    ["the login in other letters", { id: "ABerg" }, "410001"],
    ["the login before the @", { id: "tabel" }, "410002"],
    ["another number of the school's", { id: "00410003" }, "410003"],
    ["the name", { id: "Anna Berg" }, "410001"],
    ["the name the other way round", { id: "Berg, Anna" }, "410001"],
    ["the name in a Canvas file", { id: "x", name: "müllerjürgen" }, "410003"],
    ["a name that two people have", { id: "Nora Falk" }, null],
    ["nothing", { id: "zoe" }, null],
  ])("by %s", (_, learner, id) => {
    expect(find(learner)).toBe(id);
  });

  test("never by a number that only one assignment knows", () => {
    expect(find({ id: "410001", name: "Jürgen Müller" }, { byName: true })).toBe("410003");
    expect(find({ id: "410001", name: "Zoe" }, { byName: true })).toBeNull();
  });

  test("whom a platform tells apart, and whose names it does not, are not found, and keep clear of others' ids", () => {
    const twins = ["410001", "31002"].map((id) => ({
      learners: [{ id, name: "Jürgen Müller" }],
      files: [],
      byName: true,
    }));
    const { handIns, unknown } = matchRoster(twins, canvas);
    expect(unknown).toEqual(["410001", "31002"]);
    expect(handIns.map(({ learners }) => learners[0].id)).toEqual(["Jürgen Müller (410001)", "31002"]);
    // Nor if one of them is looked at again.
    const again = matchRoster(twins.slice(1), canvas, twins.slice(0, 1));
    expect([again.handIns.length, again.unknown]).toEqual([1, ["31002"]]);
  });

  test("who is not there, and who is not on it, are both told", () => {
    const handIns = ["410001", "zoe"].map((id) => ({ learners: [{ id }], files: [] }));
    const { absent, unknown } = matchRoster(handIns, canvas);
    expect(absent.map(({ id }) => id)).toEqual(["410003", "410002", "410006", "410007"]);
    expect(unknown).toEqual(["zoe"]);
    const test = matchRoster([{ learners: [{ id: "410099" }], files: [] }], canvas);
    expect(test.unknown).toEqual([]);
  });

  test("what one of them handed in under two names is one; strangers of one name are two", () => {
    const file = (name: string) => ({ names: [name], place: [name], depth: 1, path: name });
    const handIns = ["aberg", "Anna Berg", "zoe", "zoe"].map((id) => ({ learners: [{ id }], files: [file(id)] }));
    const { handIns: found } = matchRoster(handIns, canvas);
    expect(found.map(({ learners, files }) => [learners[0].id, files.length])).toEqual([
      ["410001", 2],
      ["zoe", 1],
      ["zoe", 1],
    ]);
  });
});
