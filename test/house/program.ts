import path from "node:path";
import ts from "typescript";
import { root } from "./files";

/**
 * The compiler's program for some files of the library, with the library's own compiler options.
 *
 * @param files paths from the root
 * @param made texts that are not files, to check with them, by path from the root
 * @param before a program whose files need not be read again
 */
export function programOf(
  files: readonly string[],
  made: Readonly<Record<string, string>> = {},
  before?: ts.Program,
): ts.Program {
  const config = path.join(root, "src/tsconfig.json");
  const configHost = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const options = { ...ts.getParsedCommandLineOfConfigFile(config, {}, configHost)?.options, noEmit: true };
  const texts = new Map(Object.entries(made).map(([file, text]) => [path.join(root, file), text]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  return ts.createProgram([...files.map((file) => path.join(root, file)), ...texts.keys()], options, host, before);
}

/** The compiler's complaints about a program or one of its files, one per line: `src/core/norm.ts:35: Property …`. */
export function complaints(program: ts.Program, only?: string): string[] {
  const source = only === undefined ? undefined : program.getSourceFile(path.join(root, only));
  return ts.getPreEmitDiagnostics(program, source).map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    if (!file || start === undefined) return text;
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    return `${path.relative(root, file.fileName)}:${line}: ${text}`;
  });
}
