// Plain JavaScript: the command line needs it before it can read TypeScript.
const fs = require("node:fs");
const path = require("node:path");
const { isOnlyOurs } = require("./isOnlyOurs");

/**
 * Whether nobody else can have written anything in a folder or its subfolders. A link counts as somebody else's.
 *
 * @param {string} folder
 * @returns {boolean}
 */
function holdsOnlyOurs(folder) {
  try {
    return fs.readdirSync(folder, { recursive: true }).every((name) => {
      const stats = fs.lstatSync(path.join(folder, String(name)));
      return !stats.isSymbolicLink() && isOnlyOurs(stats);
    });
  } catch {
    // Something has vanished meanwhile, or cannot be read.
    return false;
  }
}

module.exports = { holdsOnlyOurs };
