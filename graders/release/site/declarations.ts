import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import type { LibraryModule } from "../../../src/check/contract";
import { globalsFile, libFolder, libraryFolder } from "../../../src/kernel/browser/compiler/memoryFiles";
import { workerGlobals } from "../../../src/kernel/browser/compiler/workerGlobals";
import type { ForeignLocale, Locale } from "../../../src/words/locale";

const typescript = path.dirname(require.resolve("typescript"));

/**
 * What the compiler reads in a browser, by path: TypeScript's library for programs without a page, the declarations of
 * `nablab` and of all that they refer to, and those of a worker's globals.
 *
 * @param modules what cells can import besides `nablab`
 * @param read gives the library's declarations by their paths in `dist/`; undefined for one that is not there
 * @param locale the language in which TypeScript explains errors
 */
export function declarations(
  modules: readonly LibraryModule[],
  read: (file: string) => string | undefined,
  locale: Locale = "en",
): Record<string, string> {
  const entries = ["index.d.ts", ...modules.map((id) => `${path.posix.relative("nablab", id)}/index.d.ts`)];
  const library = entries.flatMap((entry) => [...reachedFrom(entry, read)]);
  return Object.fromEntries([
    ...libraryFiles("lib.esnext.d.ts"),
    ...library.map(([file, text]) => [`${libraryFolder}/${file}`, text]),
    [`${libraryFolder}/package.json`, JSON.stringify({ name: "nablab", type: "commonjs" })],
    [globalsFile, workerGlobals],
    ...(locale === "en" ? [] : [messagesIn(locale)]),
  ]);
}

/** TypeScript's own messages. */
function messagesIn(locale: ForeignLocale): [file: string, text: string] {
  const file = `${locale.toLowerCase()}/diagnosticMessages.generated.json`;
  return [`${libFolder}/${file}`, readFileSync(path.join(typescript, file), "utf8")];
}

/** A file of TypeScript's library, and those that it refers to. */
function libraryFiles(name: string, found = new Map<string, string>()): Map<string, string> {
  const text = readFileSync(path.join(typescript, name), "utf8");
  found.set(`${libFolder}/${name}`, text);
  for (const { fileName } of ts.preProcessFile(text).libReferenceDirectives) {
    const part = `lib.${fileName.toLowerCase()}.d.ts`;
    if (!found.has(`${libFolder}/${part}`)) libraryFiles(part, found);
  }
  return found;
}

/** A file of declarations, and those that it imports. */
function reachedFrom(
  file: string,
  read: (file: string) => string | undefined,
  found = new Map<string, string>(),
): Map<string, string> {
  const text = read(file);
  if (text === undefined || found.has(file)) return found;
  found.set(file, text);
  for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
    if (!fileName.startsWith(".")) continue;
    const target = path.posix.join(path.posix.dirname(file), fileName);
    for (const each of [`${target}.d.ts`, `${target}/index.d.ts`]) reachedFrom(each, read, found);
  }
  return found;
}
