// Plain JavaScript: the command line needs it before it can read TypeScript.
const fs = require("node:fs");
const { isOnlyOurs } = require("./isOnlyOurs");

/**
 * Whether a file exists and nobody else can have written it. A link does not count.
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
 * The text of a file that nobody else can have written; null if there is no such file.
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
