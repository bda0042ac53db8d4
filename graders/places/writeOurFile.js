// Plain JavaScript: the command line asks before it can read TypeScript.
const { randomUUID } = require("node:crypto");
const fs = require("node:fs");

/**
 * Writes a file beside its place and moves it there: another process that starts at the same moment never sees half of
 * it. For this user alone, and under a name that nobody can foresee and put a link at.
 *
 * @param {string} path in a folder that exists
 * @param {string | Buffer} content
 */
function writeOurFile(path, content) {
  const draft = `${path}.${randomUUID()}`;
  try {
    fs.writeFileSync(draft, content, { flag: "wx", mode: 0o600 });
    fs.renameSync(draft, path);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
}

module.exports = { writeOurFile };
