// Plain JavaScript: the command line needs it before it can read TypeScript.
const { randomUUID } = require("node:crypto");
const fs = require("node:fs");

/**
 * Writes a file next to its final place and moves it there, so that a process starting at the same moment never sees
 * half of it. Only this user can read it, and nobody can foresee its first name and put a link there.
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
