import path from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import type { Assignment } from "../../../src/check/contract";
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

/** Puts assignments in the place of the library's own. */
function registry({ folder }: Course, assignments: readonly Assignment[]): Plugin {
  return {
    name: "registry",
    setup({ onLoad }) {
      onLoad({ filter: /\bassignments[\\/]index\.ts$/ }, () => ({
        contents: registryText(assignments),
        resolveDir: folder,
        loader: "ts",
      }));
    },
  };
}

/** The program of the worker that runs cells, whose library knows these assignments and no others. */
export async function bundleEngine(course: Course, assignments: readonly Assignment[]): Promise<string> {
  return textOf({
    entryPoints: [path.join(browser, "engine/program.ts")],
    plugins: [digits, registry(course, assignments)],
    // The name by which other courses import the library.
    alias: { nablab: path.join(root, "src") },
  });
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

async function textOf(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...browserBuild, ...options, write: false });
  return outputFiles[0].text;
}
