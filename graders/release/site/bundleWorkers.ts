import path from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { type Assignment, type LibraryModule, libraryModules } from "../../../src/check/contract";
import { foreignLocales, type Locale } from "../../../src/words/locale";
import { registryText } from "../../authoring/registry/registryText";
import type { Course } from "../../course/Course";
import { root } from "../../course/folderOf";

const browser = path.join(root, "src/kernel/browser");

/** For programs of pages and workers, as small as they get. */
export const browserBuild = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  platform: "browser",
  target: "es2023",
  minify: true,
  // Names of functions and classes are part of what errors and `console.log` show.
  keepNames: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "silent",
} satisfies BuildOptions;

/** The digits, 8 MB of JSON in the package, are files of their own, which the worker loads when they are asked for. */
const digits: Plugin = {
  name: "digits",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^mnist\/src\/digits\/\d\.json$/ }, (found) => ({ path: found.path, namespace: "digits" }));
    onLoad({ filter: /./, namespace: "digits" }, (found) => ({
      contents: `module.exports = require("./engine/digits").readDigit(${path.basename(found.path, ".json")});`,
      resolveDir: browser,
    }));
  },
};

/** The library loads modules when an assignment asks for them; none of these does. */
function withoutOthersThan(modules: readonly LibraryModule[]): Plugin {
  const others = libraryModules.filter((id) => !modules.includes(id)).map(fileOf);
  return {
    name: "modules",
    setup({ onLoad }) {
      onLoad({ filter: /\bindex\.ts$/ }, ({ path: file }) => (others.includes(file) ? { contents: "" } : undefined));
    },
  };
}

function fileOf(id: LibraryModule): string {
  return path.join(root, "src", path.posix.relative("nablab", id), "index.ts");
}

/** Puts assignments in the place of the library's own, with what they say in the language. */
function registry({ folder }: Course, assignments: readonly Assignment[], locale: Locale): Plugin {
  const spoken = foreignLocales.filter((one) => one === locale);
  return {
    name: "registry",
    setup({ onLoad }) {
      onLoad({ filter: /\bassignments[\\/]index\.ts$/ }, () => ({
        contents: registryText(assignments, () => spoken),
        resolveDir: folder,
        loader: "ts",
      }));
    },
  };
}

/**
 * The program of the worker that runs cells, whose library knows these assignments and no others.
 *
 * @param modules what cells can import besides `nablab`
 */
export async function bundleEngine(
  course: Course,
  assignments: readonly Assignment[],
  modules: readonly LibraryModule[],
  locale: Locale = "en",
): Promise<string> {
  return textOf(engineBuild(course, assignments, modules, locale));
}

/** What {@link bundleEngine} asks of esbuild. */
export function engineBuild(
  course: Course,
  assignments: readonly Assignment[],
  modules: readonly LibraryModule[],
  locale: Locale = "en",
) {
  const folders = modules.map((id) => [id, fileOf(id)]);
  const entries = [["nablab", path.join(root, "src")], ...folders].map(
    ([id, folder]) => `${JSON.stringify(id)}: () => require(${JSON.stringify(folder)})`,
  );
  const program = `import { serveCells } from "./serveCells"; serveCells({ ${entries.join(", ")} });`;
  return {
    ...browserBuild,
    stdin: { contents: program, resolveDir: path.join(browser, "engine"), sourcefile: "program.ts", loader: "ts" },
    plugins: [digits, withoutOthersThan(modules), registry(course, assignments, locale)],
    // The name by which other courses import the library.
    alias: { nablab: path.join(root, "src") },
  } satisfies BuildOptions;
}

/** The program of the worker that compiles cells: TypeScript, for the most part. */
export async function bundleCompiler(): Promise<string> {
  return textOf({
    entryPoints: [path.join(browser, "compiler/program.ts")],
    // TypeScript looks for them to find out whether it is in Node.
    external: ["fs", "path", "os", "inspector", "perf_hooks", "crypto", "source-map-support"],
    banner: { js: 'var require, __filename = "/lib/typescript.js";' },
    keepNames: false,
  });
}

/** The program of the page, a module. */
export async function bundlePage(): Promise<string> {
  return textOf({ entryPoints: [path.join(root, "src/lite/plugins.ts")], format: "esm" });
}

/** The program by which the page hands in directly, a module. */
export async function bundleHandIn(): Promise<string> {
  return textOf({ entryPoints: [path.join(root, "src/lite/handInDirectly.ts")], format: "esm" });
}

async function textOf(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...browserBuild, ...options, write: false });
  return outputFiles[0].text;
}
