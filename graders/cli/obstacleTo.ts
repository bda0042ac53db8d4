import { relative, resolve } from "node:path";
import { words } from "../../src/words/words";
import { root as packageRoot } from "../course/folderOf";

/** By the system's error code. */
const obstacles: Record<string, Parameters<typeof words.commands.obstacle>[1]> = {
  EEXIST: "fileThere",
  ENOTDIR: "notAFolder",
  EISDIR: "folder",
  EACCES: "denied",
  EPERM: "denied",
  EROFS: "readOnly",
  ENOSPC: "full",
};

/**
 * In one sentence, what is in the way at a path; null for other errors.
 *
 * @param course the folder of the course that the command works on: many learners may share it, like nablab's own
 */
export function obstacleTo(error: unknown, course = packageRoot): string | null {
  if (!(error instanceof Error) || !("code" in error) || !("path" in error)) return null;
  const isFolder = "syscall" in error && error.syscall === "mkdir";
  const obstacle = isFolder && error.code === "ENOENT" ? "noNewFolder" : obstacles[String(error.code)];
  if (obstacle === undefined) return null;
  const path = String(error.path);
  const isShared = (obstacle === "denied" || obstacle === "readOnly") && [packageRoot, course].some(contains(path));
  return words.commands.obstacle(path, isShared ? "shared" : obstacle);
}

function contains(file: string): (folder: string) => boolean {
  return (folder) => !relative(folder, resolve(file)).startsWith("..");
}
