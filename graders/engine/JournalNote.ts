import { isRecord } from "../../src/check/isRecord";
import type { About } from "./About";

/** What the journal says of the class, besides results. */
export type JournalNote =
  /** A later run found the submission unchanged: what it says of it, and where it looked. */
  | { note: "seen"; id: string; source: string; about: About }
  /** The roster lists the student, and a run has found nothing. */
  | { note: "absent"; id: string; source: string; maxScore: number; about: About }
  /** A later run looked at the same place again, and the student is not there any more. */
  | { note: "gone"; id: string }
  | RunNote;

/** A run has ended: the places that it looked at, what it wrote, and what the assignment is called there. */
export interface RunNote {
  note: "run";
  places: string[];
  formats: string[];
  title?: string;
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

function isNote({ note, id, source, maxScore, about, places, formats, title }: Record<string, unknown>): boolean {
  switch (note) {
    case "seen":
      return isText(id) && isText(source) && isAbout(about);
    case "absent":
      return isText(id) && isText(source) && typeof maxScore === "number" && isAbout(about);
    case "gone":
      return isText(id);
    case "run":
      return isTexts(places) && isTexts(formats) && (title === undefined || isText(title));
    default:
      return false;
  }
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
