import type { Command } from "commander";
import { words } from "../../src/words/words";
import * as backup from "./gradebook/backup";
import * as exportMarks from "./gradebook/export";
import * as extend from "./gradebook/extend";
import * as importPeople from "./gradebook/import";
import * as init from "./gradebook/init";
import * as late from "./gradebook/late";
import * as override from "./gradebook/override";
import * as person from "./gradebook/person";
import * as regrade from "./gradebook/regrade";
import * as openRun from "./gradebook/run";
import * as similar from "./gradebook/similar";
import * as token from "./gradebook/token";
import * as totals from "./gradebook/totals";

const help = words.gradebookHelp;

/** One file per command, in the order in which a course needs them. */
const commands = [
  init,
  importPeople,
  openRun,
  totals,
  late,
  extend,
  override,
  regrade,
  similar,
  exportMarks,
  backup,
  person,
  token,
];

export function register(program: Command): void {
  const book = program.command("gradebook").description(help.description).addHelpText("after", help.after);
  for (const { register: add } of commands) add(book);
}
