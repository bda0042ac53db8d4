import type { Assignment } from "../../../src/check/contract";
import { messageKey } from "../../../src/check/translateAssignment";
import type { Course } from "../../course/Course";
import { folderOf } from "../../course/folderOf";
import { loadStaff, type Staff } from "../../course/loadStaff";
import { buildCells } from "../notebook/buildNotebook";
import { documentationOf, withoutDocumentation } from "./documentation";
import { literalsIn, namesIn } from "./literals";
import { passageHash } from "./narrative";

/** A text of the lesson, in English. */
export interface EnglishPassage {
  hash: string;
  /** `text`, or the name of the graded function that it documents. */
  about: string;
  text: string;
  /** The names in the code that it documents. */
  names?: string[];
}

/** Everything in an assignment that a translation has to say. */
export interface English {
  passages: EnglishPassage[];
  /** The cells of code, without the documentation of graded functions. */
  code: string[];
  /** The texts in it, each once. */
  strings: string[];
  /** By key. */
  messages: Record<string, string>;
  staffMessages: Record<string, string>;
}

export async function englishOf(course: Course, assignment: Assignment): Promise<English> {
  const cells = await buildCells(folderOf(course, assignment), "starter");
  const passages = cells.flatMap(({ type, source, graded }): EnglishPassage[] => {
    if (type === "markdown") return [{ hash: passageHash(source), about: "text", text: source }];
    const text = graded === undefined ? null : documentationOf(source);
    if (text === null) return [];
    return [{ hash: passageHash(text), about: graded as string, text, names: namesIn(source) }];
  });
  const code = cells
    .filter(({ type }) => type === "code")
    .map(({ source, graded }) => (graded === undefined ? source : withoutDocumentation(source)));
  const strings = [...new Set(code.flatMap((source) => literalsIn(source).map(({ key }) => key)))];
  return { passages, code, strings, ...messagesOf(assignment, await loadStaff(course, assignment)) };
}

function messagesOf({ title, functions, checks, recorded }: Assignment, staff: Staff) {
  const known = new Set(Object.values(recorded).flatMap(({ misconceptions }) => misconceptions.map(({ id }) => id)));
  const entries = staff.misconceptions.map(({ id, message }) => [id, message] as const);
  const keyed = (some: readonly (readonly [string, string])[]) =>
    some.map(([id, message]) => [messageKey.misconception(id), message]);
  return {
    messages: Object.fromEntries([
      [messageKey.title, title],
      ...checks.flatMap(({ id, title, hint }) => [
        [messageKey.check(id), title],
        ...(hint ? [[messageKey.hint(id), hint]] : []),
      ]),
      ...functions.flatMap(({ rules = [] }) => rules.map(({ id, message }) => [messageKey.rule(id), message])),
      ...keyed(entries.filter(([id]) => known.has(id))),
    ]) as Record<string, string>,
    staffMessages: Object.fromEntries([
      ...staff.hiddenChecks.flatMap(({ id, title, hint }) => [
        [messageKey.check(id), title],
        ...(hint ? [[messageKey.hint(id), hint]] : []),
      ]),
      ...keyed(entries.filter(([id]) => !known.has(id))),
    ]) as Record<string, string>,
  };
}
