/** The command line of a release: what learners need, without the repository's sources and without any solution. */
import { endWithWrapper } from "../../cli/endWithWrapper";
import * as kernel from "../../cli/kernel";
import * as lab from "../../cli/lab";
import { outliveReaders } from "../../cli/outliveReaders";
import { runCommands } from "../../cli/runCommands";
import * as check from "./check";

outliveReaders();
endWithWrapper();
void runCommands({ "Commands:": [lab, check, kernel] }, process.argv.slice(2)).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
