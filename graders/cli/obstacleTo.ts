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

/** In one sentence, what is in the way at a path; null for other errors. */
export function obstacleTo(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error) || !("path" in error)) return null;
  const isFolder = "syscall" in error && error.syscall === "mkdir";
  const obstacle = isFolder && error.code === "ENOENT" ? "noNewFolder" : obstacles[String(error.code)];
  if (obstacle === undefined) return null;
  const isShared = (obstacle === "denied" || obstacle === "readOnly") && isInstalled(String(error.path));
  return words.commands.obstacle(String(error.path), isShared ? "shared" : obstacle);
}

/** Whether a path is part of nablab's installation, which many learners may share. */
function isInstalled(file: string): boolean {
  return !relative(packageRoot, resolve(file)).startsWith("..");
}
