// Plain JavaScript: the command line asks before it can read TypeScript.
const fs = require("node:fs");
const path = require("node:path");
const { isOnlyOurs } = require("./isOnlyOurs");

/**
 * Whether nobody else can have written anything in a folder, folders in it included. A link counts as somebody else's.
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
    // Something vanished meanwhile, or cannot be read.
    return false;
  }
}

module.exports = { holdsOnlyOurs };
