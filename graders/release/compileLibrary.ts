import { join, relative, resolve, sep } from "node:path";
import ts from "typescript";
import type { Assignment } from "../../src/check/define";
import { registryText } from "../authoring/registry/registryText";
import { nameOf, root } from "../course/folderOf";
import type { ReleasedFile } from "./ReleasedFile";

const source = join(root, "src");
const registry = join(source, "assignments/index.ts");

/**
 * Compiles the library and the kernel as `npm run build` does, with some of the assignments only, and in memory: what
 * lies in `dist/` may be from another day. Types are not checked, which takes most of the time; `npm test` does.
 */
export function compileLibrary(assignments: readonly Assignment[]): ReleasedFile[] {
  const { options, fileNames } = readConfiguration();
  const ownRegistry = registryText(assignments);
  const host = ts.createCompilerHost(options);
  const { readFile } = host;
  host.readFile = (name) => (resolve(name) === registry ? ownRegistry : readFile(name));
  const names = assignments.map(nameOf);
  const program = ts.createProgram(
    fileNames.filter((name) => !isOfOther(name, names)),
    options,
    host,
  );
  const files: ReleasedFile[] = [];
  const { emitSkipped } = program.emit(undefined, (path, content) => {
    files.push({ path: relative(root, path).replaceAll(sep, "/"), content });
  });
  if (emitSkipped) throw new Error("the library does not compile; `npm run build` says why");
  return files;
}

function readConfiguration(): ts.ParsedCommandLine {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, " "));
    },
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(join(source, "tsconfig.json"), { noCheck: true }, host);
  if (!parsed) throw new Error("src/tsconfig.json cannot be read");
  return parsed;
}

/** Whether a file belongs to the folder of an assignment that is not among these. */
function isOfOther(file: string, names: readonly string[]): boolean {
  const [folder, name, ...rest] = relative(source, file).split(sep);
  return folder === "assignments" && rest.length > 0 && !names.includes(name);
}
