import { readFileSync } from "node:fs";
import { basename } from "node:path";
import Papa from "papaparse";
import { words } from "../../../src/words/words";
import { clip } from "../../text/clip";
import { groupsOf } from "../../text/groupsOf";
import { printable } from "../../text/printable";
import { type Column, columnsIn } from "./columns";
import { decodeTable } from "./decodeTable";
import type { Listed, Roster } from "./Roster";

const say = words.intake.roster;

/** @see rosterIn */
export function readRoster(path: string): Roster {
  const file = printable(basename(path));
  return rosterIn(contentOf(path, file), file);
}

/**
 * Who is in the class, from a table with a row of headers: Canvas's gradebook export, Moodle's participants, or columns
 * `id`, `login`, `name`, `email`, `section`.
 *
 * @param file what it is called
 * @throws Error that says in one line what is wrong with it
 */
export function rosterIn(bytes: Buffer, file: string): Roster {
  const rows = rowsOf(decodeTable(bytes));
  // Canvas's second row says how a column is graded; a row above the headers may be a title.
  const top = rows.findIndex((row) => tellsApart(columnsIn(row)));
  if (rows.length > 0 && top < 0)
    throw new Error(
      say.noColumns(
        file,
        rows[0].slice(0, 6).map((cell) => clip(cell, 30)),
      ),
    );
  const found = top < 0 ? new Map<Column, number>() : columnsIn(rows[top]);
  const listed = rows.slice(top + 1).flatMap((row) => listedIn(row, found) ?? []);
  if (listed.length === 0) throw new Error(say.empty(file));
  return { file, ...withoutDuplicates(listed) };
}

function contentOf(path: string, file: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(say.unreadable(file, (error as NodeJS.ErrnoException).code));
  }
}

/** Excel may begin with a line that says which sign separates the cells. */
function rowsOf(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^sep=.\r?\n/i, ""), {
    skipEmptyLines: "greedy",
    delimitersToGuess: [",", ";", "\t", "|"],
  });
  return data.map((row) => row.map((cell) => cell.trim()));
}

function tellsApart(found: ReadonlyMap<Column, number>): boolean {
  const known = (["id", "login", "name", "email"] as const).filter((column) => found.has(column));
  return known.length > 0 || (found.has("first") && found.has("last"));
}

/** Null for a row that is nobody's, such as Canvas's points possible. */
function listedIn(row: readonly string[], found: ReadonlyMap<Column, number>): Listed | null {
  const cell = (column: Column): string => printable(row[found.get(column) ?? -1] ?? "").trim();
  const [login, email, section] = [cell("login"), cell("email"), cell("section")];
  const name = cell("name") || [cell("first"), cell("last")].filter((part) => part !== "").join(" ");
  const id = cell("id") || login || email || name;
  if (id === "" || /^Points Possible$/i.test(name)) return null;
  const optional = Object.entries({ login, name, email, section }).filter(([, text]) => text !== "");
  const participant = participantIn(cell("participant"));
  return {
    learner: { id, ...Object.fromEntries(optional) },
    others: cell("other") === "" ? [] : [cell("other")],
    ...(participant === undefined ? {} : { participant }),
    ...(/^(Student, Test|Test Student)$/.test(name) ? { isTest: true } : {}),
  };
}

/** Moodle's grading worksheet has `Participant 31001`, in the site's language. */
function participantIn(id: string): string | undefined {
  return /^\p{L}\D*\s(\d+)$/u.exec(id)?.[1];
}

/** Somebody may be in two sections. */
function withoutDuplicates(all: readonly Listed[]): Omit<Roster, "file"> {
  const groups = groupsOf(all, ({ learner }) => learner.id);
  const listed = groups.map(([first, ...rest]) => {
    const sections = [first, ...rest].flatMap((i) => all[i].learner.section ?? []);
    const one = all[first];
    const section = [...new Set(sections)].join(", ");
    return section === "" ? one : { ...one, learner: { ...one.learner, section } };
  });
  const isSame = (group: readonly number[]): boolean => new Set(group.map((i) => all[i].learner.name ?? "")).size === 1;
  const duplicates = groups.filter((group) => group.length > 1 && !isSame(group)).map(([i]) => all[i].learner.id);
  return { listed, duplicates };
}
