/**
 * A second wall around each process of a submission, besides Node's permissions and realms: bubblewrap gives it its own
 * network, file system and process table. Linux only, and only where user namespaces are allowed.
 */
import { execFile } from "node:child_process";
import { words } from "../../../src/words/words";
import { codeCacheOf } from "../wire/codeCacheOf";
import { findProgram } from "./findProgram";

const node = "/node";
const bundleInside = "/sandbox.js";
const snapshotInside = "/sandbox.blob";

/** Takes 50 ms. */
const probeMs = 20_000;

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

/**
 * Node inside bubblewrap, which contains only Node, its libraries, the bundle and its caches, all of them read-only.
 */
export function bwrapCommand(
  bundle: string,
  nodeArgs: (bundle: string, snapshot: string | null) => string[],
  snapshot: string | null = null,
): [string, string[]] {
  const parts = ["library", "modules"] as const;
  const compiled = parts.flatMap((part) => [
    "--ro-bind-try",
    codeCacheOf(bundle, part),
    codeCacheOf(bundleInside, part),
  ]);
  const memory = snapshot ? readOnly(snapshot, snapshotInside) : [];
  const files = [...nodeFiles(), ...readOnly(bundle, bundleInside), ...compiled, ...memory];
  return [
    findProgram("bwrap") ?? "bwrap",
    [...isolation, ...files, "--remount-ro", "/", "--", node, ...nodeArgs(bundleInside, snapshot && snapshotInside)],
  ];
}

/** Why this machine has no such wall, in one line; null if it has. */
export async function whyNoBwrap(): Promise<string | null> {
  const bwrap = findProgram("bwrap");
  if (!bwrap) return words.sandbox.noBwrap;
  const command = [...isolation, ...nodeFiles(), "--remount-ro", "/", "--", node, "--version"];
  return new Promise((resolve) => {
    execFile(bwrap, command, { encoding: "utf8", timeout: probeMs }, (error, _, stderr) => {
      const [reason] = (stderr.trim() || error?.message || "").split("\n");
      resolve(error && words.sandbox.bwrapFails(reason));
    });
  });
}

/** The grader runs on the same Node, so it knows which libraries Node has loaded. */
let known: string[] | null = null;

function nodeFiles(): string[] {
  known ??= [...readOnly(process.execPath, node), ...sharedLibraries().flatMap((path) => readOnly(path, path))];
  return known;
}

function sharedLibraries(): string[] {
  // Without this, the report looks up the names of the machine's addresses. Node's types do not know it yet.
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
