// Plain JavaScript: the command line needs it before it can read TypeScript.

/**
 * Whether only this user and the system's administrator can write a file, or put files into a folder. Always true on
 * Windows: a user's folders are closed to others there, and the mode bits say nothing.
 *
 * @param {import("node:fs").Stats} stats of the file or folder itself, not of a link to it
 * @returns {boolean}
 */
function isOnlyOurs({ uid, gid, mode }) {
  const user = process.getuid?.();
  if (user === undefined) return true;
  // On systems that give every user a group, a group with the user's number is the user's own.
  const isOpenToGroup = (mode & 0o020) !== 0 && gid !== uid;
  return (uid === user || uid === 0) && (mode & 0o002) === 0 && !isOpenToGroup;
}

module.exports = { isOnlyOurs };
