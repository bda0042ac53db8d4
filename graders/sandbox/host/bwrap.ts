/**
 * A second wall around each process of a submission, besides Node's permissions and realms: bubblewrap, which gives it
 * a network, a file system and a process table of its own. Linux only, and only where user namespaces are allowed.
 */
import { spawnSync } from "node:child_process";
import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { programsOnPath } from "../../../src/kernel/places/programsOnPath";
import { isOnlyOurs } from "../../places/isOnlyOurs";

const node = "/node";
const bundleInside = "/sandbox.js";

const isolation = [
  "--unshare-all",
  "--unshare-user",
  "--disable-userns",
  "--die-with-parent",
  "--new-session",
  ...["--cap-drop", "ALL"],
  "--clearenv",
  ...["--hostname", "sandbox"],
  ...["--chdir", "/"],
];

/** Node inside bubblewrap, where there is nothing but Node, its libraries and the bundle, all of it read-only. */
export function bwrapCommand(bundle: string, nodeArgs: (bundle: string) => string[]): [string, string[]] {
  const files = [...nodeFiles(), ...readOnly(bundle, bundleInside)];
  return [findBwrap() ?? "bwrap", [...isolation, ...files, "--remount-ro", "/", "--", node, ...nodeArgs(bundleInside)]];
}

/** Why there is no such wall on this machine, in one line; null when there is. */
export function whyNoBwrap(): string | null {
  const bwrap = findBwrap();
  if (!bwrap) return "bubblewrap is not installed: there is no bwrap on the path, or others may write there";
  const command = [...isolation, ...nodeFiles(), "--remount-ro", "/", "--", node, "--version"];
  const { error, status, stderr } = spawnSync(bwrap, command, { encoding: "utf8", timeout: 20_000 });
  if (status === 0) return null;
  return `bubblewrap cannot start Node here: ${error?.message ?? (stderr.trim().split("\n")[0] || `exit code ${status}`)}`;
}

function findBwrap(): string | null {
  if (process.platform !== "linux") return null;
  return programsOnPath("bwrap").find(nobodyElsePutItThere) ?? null;
}

/** A wall that a stranger built is none: neither the program, nor what its name leads to, may be another user's. */
function nobodyElsePutItThere(path: string): boolean {
  const real = realpathSync(path);
  return [dirname(path), real, dirname(real)].every((place) => isOnlyOurs(statSync(place)));
}

/** The grader runs on the same Node, and knows what it has loaded. */
let known: string[] | null = null;

function nodeFiles(): string[] {
  known ??= [...readOnly(process.execPath, node), ...sharedLibraries().flatMap((path) => readOnly(path, path))];
  return known;
}

function sharedLibraries(): string[] {
  // Without it, the report looks up the names of the machine's addresses. Node's types do not know it yet.
  const report = process.report as NodeJS.ProcessReport & { excludeNetwork: boolean };
  const before = report.excludeNetwork;
  report.excludeNetwork = true;
  const { sharedObjects } = report.getReport() as { sharedObjects: string[] };
  report.excludeNetwork = before;
  return sharedObjects.filter((path) => /^\/.*\.so(\.|$)/.test(path));
}

function readOnly(outside: string, inside: string): string[] {
  return ["--ro-bind", outside, inside];
}
