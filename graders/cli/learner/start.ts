import type { Assignment } from "../../../src/check/define";
import { endWithWrapper } from "../endWithWrapper";
import * as kernel from "../kernel";
import * as lab from "../lab";
import { outliveReaders } from "../outliveReaders";
import { runCommands } from "../runCommands";
import { checkOf } from "./check";

/** The command line of a release: what learners need, without the repository's sources and without any solution. */
export function start(assignments: readonly Assignment[]): void {
  outliveReaders();
  endWithWrapper();
  void runCommands({ "Commands:": [lab, checkOf(assignments), kernel] }, process.argv.slice(2)).then((code) => {
    if (code !== undefined) process.exitCode = code;
  });
}
