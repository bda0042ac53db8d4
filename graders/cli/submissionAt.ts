import { lstatSync } from "node:fs";
import { basename, resolve, sep } from "node:path";
import { said } from "../../src/words/Saying";
import { words } from "../../src/words/words";
import type { SubmissionEntry } from "../engine/SubmissionEntry";
import { type Arrival, shownPath } from "../intake/Arrival";
import { candidatesIn, extensionOf } from "../intake/candidates";
import { kindOfName, stemOf } from "../intake/kindOfName";
import { plain } from "../intake/layouts/plain";
import { listFolder } from "../intake/listFolder";
import { nothingToGrade } from "../intake/nothingToGrade";
import { printable } from "../text/printable";
import { UsageError } from "./UsageError";

/**
 * A single submission: a file, or the one in a folder.
 *
 * @throws UsageError when there is not exactly one, or it is neither a notebook nor a script
 */
export function submissionAt(path: string): SubmissionEntry {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UsageError(words.intake.noSuchPath(printable(path)));
  if (stats.isDirectory() && !isWork(path)) return onlyOneIn(path);
  if (!isWork(path)) throw new UsageError(words.learnerCheck.unreadable(path, words.extract.wrongExtension));
  return entryOf({ names: [basename(path)], place: resolve(path).split(sep), depth: 1, path });
}

function isWork(path: string): boolean {
  return ["notebook", "script"].includes(kindOfName(path));
}

function onlyOneIn(folder: string): SubmissionEntry {
  const { handIns } = plain.assign(listFolder(folder).arrivals, []);
  if (handIns.length === 0) throw new UsageError(words.commands.choose.noSubmission([folder]));
  if (handIns.length > 1) throw new UsageError(words.commands.choose.severalSubmissions(folder, handIns.length));
  const files = candidatesIn(handIns[0]);
  if (files.length > 1) throw new UsageError(words.commands.choose.severalSubmissions(folder, files.length));
  if (files.length === 0) throw new UsageError(words.learnerCheck.unreadable(folder, said(nothingToGrade(handIns[0]))));
  return entryOf(files[0]);
}

function entryOf(file: Arrival): SubmissionEntry {
  const shown = printable(shownPath(file));
  return { id: printable(stemOf(basename(file.path))), file: file.path, extension: extensionOf(file), shown };
}
