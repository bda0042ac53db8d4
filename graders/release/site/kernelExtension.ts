import path from "node:path";
import type { Assignment } from "../../../src/check/contract";
import type { SiteOptions } from "../../../src/lite/SiteOptions";
import { inLanguage } from "../../../src/words/language";
import { site } from "../../../src/words/site";
import type { Course } from "../../course/Course";
import { compileLibrary } from "../compileLibrary";
import { readJson } from "../json";
import type { LiteExtension } from "./buildLite";
import { bundleCompiler, bundleEngine, bundleHandIn, bundlePage } from "./bundleWorkers";
import { declarations } from "./declarations";
import { digitFile } from "./digitFile";
import { hashed } from "./hashed";
import { manifestOf } from "./manifestOf";
import { remoteEntry } from "./remoteEntry";

const name = "nablab-site";
const staticFolder = `extensions/${name}/static`;

/** What the extension is about. */
export interface KernelSettings extends Pick<SiteOptions, "notebooks" | "locale"> {
  /** The address of the pages to which learners hand in directly. */
  handInTo?: string;
}

/** The extension with the kernel, and all that the page does around notebooks. */
export async function kernelExtension(
  course: Course,
  assignments: readonly Assignment[],
  { notebooks, locale, handInTo }: KernelSettings,
): Promise<LiteExtension> {
  const modules = [...new Set(assignments.flatMap((assignment) => assignment.modules ?? []))];
  const library = new Map(compileLibrary(course, assignments).map((file) => [file.path, file.content]));
  const [compiler, engine, page] = await Promise.all([
    bundleCompiler(),
    bundleEngine(course, assignments, modules, locale),
    bundlePage(),
  ]);
  const files = {
    compiler: hashed("compiler.js", compiler),
    engine: hashed("engine.js", engine),
    page: hashed("page.js", page),
    declarations: hashed(
      "declarations.json",
      JSON.stringify(declarations(modules, (file) => library.get(`dist/${file}`), locale)),
    ),
    digits: Array.from({ length: 10 }, (_, digit) => hashed(`digit-${digit}.bin`, digitFile(digit))),
  };
  const handIn = handInTo === undefined ? undefined : hashed("hand-in.js", await bundleHandIn());
  const options: SiteOptions = {
    root: path.posix.relative(staticFolder, "").concat("/"),
    addresses: {
      compiler: files.compiler.path,
      engine: files.engine.path,
      files: files.declarations.path,
      digits: files.digits.map((file) => file.path),
    },
    versions: {
      nablab: versionIn("package.json"),
      typescript: versionIn("node_modules/typescript/package.json"),
      platform: inLanguage(locale, () => site.browser),
    },
    locale,
    ...(handIn && handInTo && { handIn: { to: handInTo, program: handIn.path } }),
    notebooks,
  };
  return {
    manifest: manifestOf(name, { extension: "./extension" }),
    files: [
      { path: "remoteEntry.js", content: remoteEntry(name, files.page.path, options) },
      files.compiler,
      files.engine,
      files.page,
      files.declarations,
      ...files.digits,
      ...(handIn ? [handIn] : []),
    ],
  };
}

function versionIn(manifest: string): string {
  return (readJson(manifest) as { version: string }).version;
}
