/** The command line of a release: what learners need, without the repository's sources and without any solution. */
import { endWithWrapper } from "../endWithWrapper";
import * as kernel from "../kernel";
import * as lab from "../lab";
import { outliveReaders } from "../outliveReaders";
import { runCommands } from "../runCommands";
import * as check from "./check";

outliveReaders();
endWithWrapper();
void runCommands({ "Commands:": [lab, check, kernel] }, process.argv.slice(2)).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
