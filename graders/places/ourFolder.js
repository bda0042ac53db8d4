// Plain JavaScript: the command line needs it before it can read TypeScript.
const fs = require("node:fs");
const path = require("node:path");
const { isOnlyOurs } = require("./isOnlyOurs");

/**
 * A folder for code that is kept from one start to the next, created if missing.
 *
 * @param {string} base a folder that exists
 * @param {...string} names those below it, each inside the one before
 * @returns {string | null} its path; null if somebody else could put files into it or into a folder above it, or if it
 * cannot be created
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
    // It exists already, or cannot be created: the check that follows tells.
  }
}

/** @param {string} folder */
function isOurFolder(folder) {
  try {
    const stats = fs.statSync(folder);
    return stats.isDirectory() && isOnlyOurs(stats);
  } catch {
    // It does not exist, or somebody else has closed a folder above it.
    return false;
  }
}

module.exports = { ourFolder };
