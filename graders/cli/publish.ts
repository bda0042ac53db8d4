import { rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../../src/kernel/node/places/makeFolder";
import { words } from "../../src/words/words";
import type { Journal } from "../engine/Journal";
import type { RunNote } from "../engine/JournalNote";
import { modeFor } from "../engine/modeFor";
import type { Source } from "../engine/Source";
import { formats as known } from "../report/formats";
import type { Format, Report } from "../report/Report";
import { writeWhole } from "../text/writeWhole";
import type { ClassOptions } from "./gradeClass";
import type { RestOfClass } from "./restOfClass";

const say = words.commands.grade;

interface Change extends Pick<RestOfClass, "gone" | "renamed"> {
  /** What the last run in this folder noted. */
  before: RunNote | undefined;
  /** The students on the roster until now, who may have a page although they handed nothing in. */
  listed: readonly string[];
  /** Where this run has looked. */
  source: Source;
}

/** Writes everything about the class, and notes in the journal what was written. */
export function publish(
  out: string,
  report: Report,
  journal: Journal,
  { formats, title: asked }: Pick<ClassOptions, "formats" | "title">,
  { before, listed, gone, renamed, source }: Change,
): void {
  const title = asked ?? before?.title;
  const wanted = known.filter((one) => formats.includes(one) || before?.formats.includes(one.name));
  const titled = { ...report, title };
  const current = new Set<string>();
  for (const format of wanted) for (const path of writeFormat(out, format, titled)) current.add(path);
  removePages(out, wanted, [...journal.ids, ...listed, ...gone, ...renamed], current);
  if (gone.length > 0) console.error(say.gone(out, gone));
  for (const format of wanted) {
    const ids = format.leavesOut?.(titled) ?? [];
    if (ids.length > 0) console.error(`nablab: ${say.leftOut(format.name, ids)}`);
  }
  const run: RunNote = {
    note: "run",
    places: [...source.places],
    formats: wanted.map(({ name }) => name),
    ...(title === undefined ? {} : { title }),
  };
  if (JSON.stringify(run) !== JSON.stringify(journal.ended.at(-1))) journal.note(run);
}

/** Marks are for those who run the grader: others can read them only when given access. Yields what it has written. */
function* writeFormat(out: string, format: Format, report: Report): Generator<string> {
  for (const { path, chunks } of format.files(report)) {
    const target = join(out, path);
    makeFolder(dirname(target), statSync(out).mode & 0o777);
    writeWhole(target, chunks, modeFor(dirname(target)));
    yield path;
  }
}

/**
 * Removes pages of earlier runs that this one would not write: of students who are gone, or whose submission has no
 * page of the kind any more. Nothing else in the folder is touched.
 */
function removePages(
  out: string,
  wanted: readonly Format[],
  ids: readonly string[],
  current: ReadonlySet<string>,
): void {
  for (const { pageOf } of wanted) {
    if (pageOf === undefined) continue;
    for (const path of ids.map(pageOf)) if (!current.has(path)) rmSync(join(out, path), { force: true });
  }
}
