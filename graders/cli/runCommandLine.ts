import type { Command } from "commander";
import * as build from "./build";
import * as check from "./check";
import { chooseCourse } from "./courseInUse";
import * as demo from "./demo";
import * as grade from "./grade";
import { kernelAt } from "./kernel";
import { labAt } from "./lab";
import { workplaceInUse } from "./lab/workplaceInUse";
import * as migrate from "./migrate";
import * as create from "./new";
import * as newCourse from "./newCourse";
import * as release from "./release";
import { programOf, runCommands } from "./runCommands";
import * as validate from "./validate";

/** One file a command; each brings its name, options, help and what it does. */
const groups = {
  "For learners:": [labAt(workplaceInUse), check],
  "For staff who grade:": [grade, demo],
  "For staff who maintain:": [create, validate, build, release, migrate, kernelAt(workplaceInUse), newCourse],
};

/** The whole command line, new at each call. */
export function createProgram(): Command {
  return programOf(groups)
    .option(
      "--course <folder>",
      "the course to work on: the working folder by default, where it is one, or nablab's own",
    )
    .hook("preAction", (program) => chooseCourse(program.opts<{ course?: string }>().course));
}

/** As {@link runCommands}, with every command. */
export function runCommandLine(args: readonly string[]): Promise<number | undefined> {
  return runCommands(createProgram(), args);
}
