import { InvalidArgumentError } from "commander";
import type { Locale } from "../../src/words/locale";
import { words } from "../../src/words/words";
import type { LayoutName } from "../intake/layouts/layoutNames";
import type { Format } from "../report/Report";
import type { LimitOptions } from "./options";

/** What `nablab grade` is told. */
export interface GradeOptions extends LimitOptions {
  assignment?: string;
  lang: Locale;
  hidden: boolean;
  roster?: string;
  layout?: LayoutName;
  seed?: number;
  jobs: number;
  out?: string;
  format?: Format[];
  title?: string;
  cache: boolean;
  fresh?: boolean;
  to?: string;
  run?: string;
  received?: string;
  enrol?: boolean;
}

/** A line break, which no platform has in a title, would be one row more. */
export function readTitle(title: string): string {
  if (title.trim() === "" || /[\r\n]/.test(title)) throw new InvalidArgumentError(words.help.grade.wrongTitle);
  return title;
}

/** Says that a wall is there and does not work. */
export function warnOfWall(problem: string): void {
  console.error(`nablab: ${words.commands.grade.onlyPermissions(problem)}`);
}
