// Plain JavaScript: the command line needs it before it can read TypeScript.
const fs = require("node:fs");
const path = require("node:path");

/**
 * The folder that holds a package's npm packages: its own `node_modules`, or the one that it was installed in. Never
 * one further up, where others may put packages of theirs.
 *
 * @param {string} root the package's folder
 * @returns {string}
 */
function packagesFolder(root) {
  const [own, outer] = [path.join(root, "node_modules"), path.dirname(root)];
  const isInstalled = path.basename(outer) === "node_modules" && !fs.existsSync(path.join(own, "typescript"));
  return isInstalled ? outer : own;
}

module.exports = { packagesFolder };
