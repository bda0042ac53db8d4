import type { Assignment } from "../../../src/check/contract";
import { packageRoot } from "../../../src/kernel/node/packageRoot";
import { provideWords, words } from "../../../src/words/words";
import { zhCN } from "../../../src/words/zh-CN";
import { compilerWords } from "../../course/compilerWords";
import { endWithWrapper } from "../endWithWrapper";
import { kernelAt } from "../kernel";
import { labAt } from "../lab";
import { outliveReaders } from "../outliveReaders";
import { programOf, runCommands } from "../runCommands";
import * as signIn from "../signIn";
import * as submit from "../submit";
import { checkOf, type Spoken } from "./check";

/** The command line of a release: what learners need, without the repository's sources and without any solution. */
export function start(assignments: readonly Assignment[], spoken: Spoken = {}): void {
  outliveReaders();
  endWithWrapper();
  provideWords("zh-CN", { ...zhCN, compiler: compilerWords("zh-CN") });
  // A release is already built.
  const place = () => ({ root: packageRoot, build: () => undefined });
  const commands = [labAt(place, spoken.locale), checkOf(assignments, spoken), submit, signIn, kernelAt(place)];
  void runCommands(programOf({ [words.help.program.groups.release]: commands }), process.argv.slice(2)).then((code) => {
    if (code !== undefined) process.exitCode = code;
  });
}
