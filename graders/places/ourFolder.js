// Plain JavaScript: the command line asks before it can read TypeScript.
const fs = require("node:fs");
const path = require("node:path");
const { isOnlyOurs } = require("./isOnlyOurs");

/**
 * A folder for code that is kept from one start to the next, made where it is missing.
 *
 * @param {string} base a folder that exists
 * @param {...string} names those below it, one in the other
 * @returns {string | null} its path; null where somebody else could put files into it or into one that it is in, and
 * where it cannot be made
 */
function ourFolder(base, ...names) {
  let folder = base;
  if (!isOurFolder(folder)) return null;
  for (const name of names) {
    folder = path.join(folder, name);
    make(folder);
    if (!isOurFolder(folder)) return null;
  }
  return folder;
}

/** @param {string} folder */
function make(folder) {
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there, or cannot be: the next look says which.
  }
}

/** @param {string} folder */
function isOurFolder(folder) {
  const stats = fs.statSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() === true && isOnlyOurs(stats);
}

module.exports = { ourFolder };
