import { globSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ts from "typescript";
import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import { registryText } from "../authoring/registry/registryText";
import { localesOf } from "../authoring/translation/Translation";
import type { Course } from "../course/Course";
import { folderOf, nameOf, root } from "../course/folderOf";
import type { ReleasedFile } from "./ReleasedFile";

const source = join(root, "src");
const assignmentsFolder = join(source, "assignments");
const registry = join(assignmentsFolder, "index.ts");

/**
 * Compiles the library and the kernel as `npm run build` does, but with these assignments of a course instead of its
 * own, and in memory, as `dist/` may be out of date. Types are not checked, which would take most of the time;
 * `npm test` checks them.
 */
export function compileLibrary(course: Course, assignments: readonly Assignment[]): ReleasedFile[] {
  const { options, fileNames } = readConfiguration();
  const program = ts.createProgram(
    [...fileNames.filter((name) => !isInAssignment(name)), ...learnersPart(course, assignments)],
    options,
    hostFor(course, assignments, options),
  );
  const files: ReleasedFile[] = [];
  const { emitSkipped } = program.emit(undefined, (path, content) => {
    files.push({ path: relative(root, path).replaceAll(sep, "/"), content });
  });
  if (emitSkipped) throw new Error(words.release.notCompiled);
  return files;
}

/** The assignments' files that learners get, as if they were the library's own. */
function learnersPart({ folder }: Course, assignments: readonly Assignment[]): string[] {
  return assignments.map(nameOf).flatMap((name) => {
    const files = globSync("**/*.{ts,json}", { cwd: join(folder, name) });
    const given = files.filter(
      (file) => file.split(sep)[0] !== "staff" && file !== "notebook.ts" && !file.endsWith(`${sep}strings.json`),
    );
    return given.sort().map((file) => join(assignmentsFolder, name, file));
  });
}

/** Shows the compiler the course's assignments in place of the library's own. */
function hostFor(course: Course, assignments: readonly Assignment[], options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, directoryExists } = host;
  const names = assignments.map(nameOf);
  const placeOf = (path: string): string => {
    const within = relative(assignmentsFolder, resolve(path));
    return names.includes(within.split(sep)[0]) ? join(course.folder, within) : path;
  };
  host.fileExists = (path) => fileExists(placeOf(path));
  host.directoryExists = (path) => directoryExists?.(placeOf(path)) ?? true;
  host.readFile = (path) => {
    if (resolve(path) === registry)
      return registryText(assignments, (assignment) => localesOf(folderOf(course, assignment)));
    const text = readFile(placeOf(path));
    return isInAssignment(path) ? text && withinLibrary(text, path) : text;
  };
  return host;
}

/** Other courses import the library by its name: `nablab/core/np` is `../../core/np` here. */
function withinLibrary(text: string, path: string): string {
  const upwards = relative(dirname(resolve(path)), source).replaceAll(sep, "/");
  return text.replaceAll(/(\bfrom |\bimport\()"nablab\//g, `$1"${upwards}/`);
}

function readConfiguration(): ts.ParsedCommandLine {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, " "));
    },
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(join(source, "tsconfig.json"), { noCheck: true }, host);
  if (!parsed) throw new Error(words.release.unreadableConfiguration("src/tsconfig.json"));
  return parsed;
}

/** Whether a file belongs to the folder of an assignment. */
function isInAssignment(file: string): boolean {
  const within = relative(assignmentsFolder, resolve(file));
  return within.includes(sep) && !within.startsWith("..");
}
