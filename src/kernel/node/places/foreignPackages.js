// Plain JavaScript: the command line needs it before it can read TypeScript.
const fs = require("node:fs");
const Module = require("node:module");

/**
 * Recognises `node_modules` folders, and files in them, that a stranger could have put there. Node looks for packages
 * in every folder above the importing file, including `/tmp/node_modules`, which any user of the machine can make.
 *
 * @param {...string} places whose owners are trusted, besides this user and the system's administrator: anyone working
 * in somebody's folder, or on somebody's installation, runs that person's code anyway
 * @returns {(path: string) => boolean} true for what belongs to somebody else, or what everybody may write
 */
function foreignPackages(...places) {
  const user = process.getuid?.();
  if (user === undefined) return () => false;
  const known = new Set([user, 0, ...places.map((place) => fs.statSync(place, { throwIfNoEntry: false })?.uid)]);
  return (path) => {
    const stats = fs.statSync(path, { throwIfNoEntry: false });
    return stats !== undefined && (!known.has(stats.uid) || (stats.mode & 0o002) !== 0);
  };
}

/**
 * Makes `require` pass over strangers' packages in this process, as if they were not there.
 *
 * @param {...string} places as for `foreignPackages`
 */
function passOverForeignPackages(...places) {
  const isForeign = foreignPackages(...places);
  // Not public, but what Node itself asks wherever it looks for packages.
  const lookUp = /** @type {{ _nodeModulePaths(from: string): string[] }} */ (/** @type {unknown} */ (Module));
  const original = lookUp._nodeModulePaths;
  lookUp._nodeModulePaths = (from) => original.call(Module, from).filter((folder) => !isForeign(folder));
}

module.exports = { foreignPackages, passOverForeignPackages };
