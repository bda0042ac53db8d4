import type { Assignment } from "../../../src/check/contract";
import { packageRoot } from "../../../src/kernel/node/packageRoot";
import { words } from "../../../src/words/words";
import { endWithWrapper } from "../endWithWrapper";
import { kernelAt } from "../kernel";
import { labAt } from "../lab";
import { outliveReaders } from "../outliveReaders";
import { programOf, runCommands } from "../runCommands";
import { checkOf } from "./check";

/** The command line of a release: what learners need, without the repository's sources and without any solution. */
export function start(assignments: readonly Assignment[]): void {
  outliveReaders();
  endWithWrapper();
  // A release is already built.
  const place = () => ({ root: packageRoot, build: () => undefined });
  const commands = [labAt(place), checkOf(assignments), kernelAt(place)];
  void runCommands(programOf({ [words.help.program.groups.release]: commands }), process.argv.slice(2)).then((code) => {
    if (code !== undefined) process.exitCode = code;
  });
}
