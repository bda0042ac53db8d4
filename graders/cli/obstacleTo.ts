import { words } from "../../src/words/words";

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
  return obstacle === undefined ? null : words.commands.obstacle(String(error.path), obstacle);
}
