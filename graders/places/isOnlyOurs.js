// Plain JavaScript: the command line asks before it can read TypeScript.

/**
 * Whether nobody but this user and the system's administrator can write a file, or put files into a folder. On Windows
 * always true: a user's folders are closed to others there, and the bits that this looks at say nothing.
 *
 * @param {import("node:fs").Stats} stats of what is opened, not of a link to it
 * @returns {boolean}
 */
function isOnlyOurs({ uid, gid, mode }) {
  const user = process.getuid?.();
  if (user === undefined) return true;
  // A group of the same number as the user is the user's own on systems that give everybody one.
  const isOpenToGroup = (mode & 0o020) !== 0 && gid !== uid;
  return (uid === user || uid === 0) && (mode & 0o002) === 0 && !isOpenToGroup;
}

module.exports = { isOnlyOurs };
