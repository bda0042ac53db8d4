import { type ResolveFnOutput, registerHooks } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../packageRoot";
import { foreignPackages } from "../../places/foreignPackages";
import { LocalModules } from "./LocalModules";
import { resolveGenerously } from "./resolveGenerously";

/** The library that this kernel is part of, by the names that its parts are imported by. */
const library: Readonly<Record<string, string>> = {
  nablab: path.join(packageRoot, "dist/index.js"),
  "nablab/tf": path.join(packageRoot, "dist/tf/index.js"),
};

/** Where Node found what it was asked for last under a name. */
const lastUrls = new Map<string, string>();

export const localModules = new LocalModules(process.cwd(), (name) => lastUrls.get(name));

/** Makes Node find what TypeScript finds, and load `.ts` files that a package of the learner's consists of. */
export function registerModuleHooks(): void {
  registerHooks({
    resolve(specifier, context, next) {
      // Whatever a `node_modules` folder holds: the cells' types are this library's, too.
      if (Object.hasOwn(library, specifier)) return next(library[specifier]);
      const found = refuseForeign(specifier, resolveGenerously(specifier, context, next));
      lastUrls.set(specifier, found.url);
      return found;
    },
    load(url, context, next) {
      const isLocal = url.startsWith("file:") && /\.[cm]?ts$/.test(url) && !url.includes("/node_modules/");
      if (!isLocal) return next(url, context);
      const source = `module.exports = require(${JSON.stringify(__filename)}).localModules.requireFile(__filename);`;
      return { format: "commonjs", source, shortCircuit: true };
    },
  });
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
