import type { Command } from "commander";
import { words } from "../../src/words/words";
import * as build from "./build";
import * as check from "./check";
import { chooseCourse, courseFolder } from "./courseInUse";
import * as dashboard from "./dashboard";
import * as demo from "./demo";
import * as grade from "./grade";
import * as gradebook from "./gradebook";
import { kernelAt } from "./kernel";
import { labAt } from "./lab";
import { workplaceInUse } from "./lab/workplaceInUse";
import * as migrate from "./migrate";
import * as create from "./new";
import * as newCourse from "./newCourse";
import * as release from "./release";
import { programOf, runCommands } from "./runCommands";
import * as signIn from "./signIn";
import * as submit from "./submit";
import * as translate from "./translate";
import * as validate from "./validate";
import * as worker from "./worker";

const help = words.help.program;

/** One file per command, with its name, options, help and action. */
const groups = {
  [help.groups.learners]: [labAt(workplaceInUse), check, submit, signIn],
  [help.groups.graders]: [grade, gradebook, dashboard, worker, demo],
  [help.groups.maintainers]: [
    create,
    validate,
    build,
    translate,
    release,
    migrate,
    kernelAt(workplaceInUse),
    newCourse,
  ],
};

/** The whole command line, new at each call. */
export function createProgram(): Command {
  return programOf(groups)
    .option("--course <folder>", help.course)
    .hook("preAction", (program) => chooseCourse(program.opts<{ course?: string }>().course));
}

/** Like {@link runCommands}, with every command. */
export function runCommandLine(args: readonly string[]): Promise<number | undefined> {
  return runCommands(createProgram(), args, courseFolder);
}
