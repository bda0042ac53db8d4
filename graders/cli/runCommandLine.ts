import type { Command } from "commander";
import * as build from "./build";
import * as check from "./check";
import * as demo from "./demo";
import * as grade from "./grade";
import * as kernel from "./kernel";
import * as lab from "./lab";
import * as migrate from "./migrate";
import * as create from "./new";
import * as release from "./release";
import { programOf, runCommands } from "./runCommands";
import * as validate from "./validate";

/** One file a command; each brings its name, options, help and what it does. */
const groups = {
  "For learners:": [lab, check],
  "For staff who grade:": [grade, demo],
  "For staff who maintain:": [create, validate, build, release, migrate, kernel],
};

/** The whole command line, new at each call. */
export function createProgram(): Command {
  return programOf(groups);
}

/** As {@link runCommands}, with every command. */
export function runCommandLine(args: readonly string[]): Promise<number | undefined> {
  return runCommands(groups, args);
}
