import { readFileSync, statSync } from "node:fs";
import { type ResolveFnOutput, registerHooks } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { registerSource } from "../../engine/SourceRegistry";
import { packageRoot } from "../packageRoot";
import { foreignPackages } from "../places/foreignPackages";
import { readSourceMap } from "./readSourceMap";
import { resolveGenerously } from "./resolveGenerously";

/** The `.ts` files loaded so far, with their time of modification. */
const loaded = new Map<string, number>();

const library = path.join(packageRoot, "dist/index.js");

/** Lets cells import `.ts` files beside the notebook, also without an extension, as TypeScript resolves them. */
export function loadLocalTypeScript(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      // The library that this kernel is part of, whatever a `node_modules` folder holds: the cells' types are its, too.
      specifier === "nablab" ? next(library) : refuseForeign(specifier, resolveGenerously(specifier, context, next)),
    load(url, context, next) {
      const isLocal = url.startsWith("file:") && /\.[cm]?ts$/.test(url) && !url.includes("/node_modules/");
      return isLocal ? compileFile(fileURLToPath(url)) : next(url, context);
    },
  });
}

/** Makes the next import read a `.ts` file again if it was edited, or may import one that was. */
export function forgetChangedFiles(): void {
  const isCurrent = ([file, time]: [string, number]) => statSync(file, { throwIfNoEntry: false })?.mtimeMs === time;
  if ([...loaded].every(isCurrent)) return;
  for (const file of loaded.keys()) delete require.cache[file];
  loaded.clear();
}

const isForeign = foreignPackages(process.cwd(), packageRoot);

/**
 * ES modules look for packages by themselves, and cannot be made to pass over a folder.
 *
 * @throws Error for a package that a stranger could have put there
 */
function refuseForeign(specifier: string, found: ResolveFnOutput): ResolveFnOutput {
  if (/^[./#]|^[a-z]+:/.test(specifier) || !found.url.startsWith("file:")) return found;
  const file = fileURLToPath(found.url);
  const folders = Array.from(file.matchAll(/[\\/]node_modules(?=[\\/])/g), ({ index }) => file.slice(0, index + 13));
  const foreign = [...folders, file].find(isForeign);
  if (foreign === undefined) return found;
  throw new Error(
    `the package ${specifier} is not loaded: ${foreign} belongs to another user, or may be written by everybody; move the notebook to a folder of your own`,
  );
}

function compileFile(file: string): { format: string; source: string; shortCircuit: boolean } {
  // Loaded on first use: it takes longer than everything else the engine needs.
  const ts = require("typescript") as typeof import("typescript");
  const text = readFileSync(file, "utf8");
  loaded.set(file, statSync(file).mtimeMs);
  const { outputText, sourceMapText = "{}" } = ts.transpileModule(text, {
    fileName: file,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2024,
      esModuleInterop: true,
      sourceMap: true,
    },
  });
  registerSource(file, path.relative(process.cwd(), file), text, [], readSourceMap(sourceMapText));
  return { format: "commonjs", source: outputText, shortCircuit: true };
}
