/** What the system says of a path that a command is to use, and that another path would mend. */
const obstacles: Record<string, string> = {
  EEXIST: "there is a file of that name",
  ENOTDIR: "it is a file, or in one, and not a folder",
  EISDIR: "it is a folder, not a file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk may only be read",
  ENOSPC: "the disk is full",
};

/** In a sentence, what stands in the way at a path; null for an error of another kind. */
export function obstacleTo(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error) || !("path" in error)) return null;
  const isFolder = "syscall" in error && error.syscall === "mkdir";
  const reason = isFolder && error.code === "ENOENT" ? "no folder can be made there" : obstacles[String(error.code)];
  return reason === undefined ? null : `cannot use ${error.path}: ${reason}`;
}
