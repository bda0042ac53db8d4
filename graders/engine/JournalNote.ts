import { isRecord } from "../../src/check/isRecord";
import type { Roster } from "../intake/roster/Roster";
import type { About } from "./About";

/** What the journal says of the class, besides results. */
export type JournalNote =
  /** A later run found the submission unchanged: what it says of it, and where it looked. */
  | { note: "seen"; id: string; source: string; about: About }
  /** A later run looked at the same place again, and the student is not there any more. */
  | { note: "gone"; id: string }
  | RosterNote
  | RunNote;

/** A run has ended: the places that it looked at, what it wrote, and what the assignment is called there. */
export interface RunNote {
  note: "run";
  places: string[];
  formats: string[];
  title?: string;
}

/** Who is in the class, until a run is given another roster. */
export interface RosterNote {
  note: "roster";
  roster: Roster;
}

/** The note that a line holds; null when it holds none, or one in another form. */
export function parseNote(text: string): JournalNote | null {
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) && isNote(json) ? (json as unknown as JournalNote) : null;
  } catch {
    return null;
  }
}

function isNote({ note, id, source, about, roster, places, formats, title }: Record<string, unknown>): boolean {
  switch (note) {
    case "seen":
      return isText(id) && isText(source) && isAbout(about);
    case "gone":
      return isText(id);
    case "roster":
      return isRecord(roster) && isText(roster.file) && Array.isArray(roster.listed) && roster.listed.every(isListed);
    case "run":
      return isTexts(places) && isTexts(formats) && (title === undefined || isText(title));
    default:
      return false;
  }
}

function isListed(one: unknown): boolean {
  if (!isRecord(one) || !isRecord(one.learner)) return false;
  const { learner, others, participant } = one;
  return (
    isText(learner.id) &&
    Object.values(learner).every(isText) &&
    isTexts(others) &&
    (participant === undefined || isText(participant))
  );
}

function isAbout(about: unknown): boolean {
  if (!isRecord(about)) return false;
  const { late, attempt, choice, ...texts } = about;
  const isChoice = choice === undefined || (isRecord(choice) && isText(choice.by) && isTexts(choice.others));
  return (
    isChoice &&
    (late === undefined || typeof late === "boolean") &&
    (attempt === undefined || typeof attempt === "number") &&
    Object.values(texts).every(isText)
  );
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}
