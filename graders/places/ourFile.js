// Plain JavaScript: the command line asks before it can read TypeScript.
const fs = require("node:fs");
const { isOnlyOurs } = require("./isOnlyOurs");

/**
 * Whether a file is there that nobody else can have written. A link does not count.
 *
 * @param {string} file
 */
function isOurFile(file) {
  try {
    const stats = fs.lstatSync(file);
    return stats.isFile() && isOnlyOurs(stats);
  } catch {
    return false;
  }
}

/**
 * The text of a file that nobody else can have written; null where there is none.
 *
 * @param {string} file
 * @returns {string | null}
 */
function readOurFile(file) {
  try {
    return isOurFile(file) ? fs.readFileSync(file, "utf8") : null;
  } catch {
    return null;
  }
}

module.exports = { isOurFile, readOurFile };
