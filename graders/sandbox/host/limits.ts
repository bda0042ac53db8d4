import { existsSync, realpathSync } from "node:fs";
import { codeCacheOf } from "../wire/codeCacheOf";
import { bwrapCommand } from "./bwrap";

/** What one submission may use. */
export interface Limits {
  /** Wall-clock time of one call of a graded function, or of loading its code. */
  seconds: number;
  memoryMB: number;
  /** Processor time of the whole submission, 120 s by default; see TimeBudget.ts. */
  submissionSeconds?: number;
  /** A second wall around each process, where the machine has one; see bwrap.ts. */
  wall?: "bwrap";
}

export const defaultLimits = { seconds: 10, memoryMB: 512, submissionSeconds: 120 } satisfies Limits;

export function submissionSeconds(limits: Limits): number {
  return limits.submissionSeconds ?? defaultLimits.submissionSeconds;
}

/** Node reserves this much writable memory for itself before any code runs (measured with Node 26: 570 MB). */
const ownDataMB = 600;

/**
 * The system's own limit on each process's processor time, in case nothing else is left to end it. It is above what the
 * grader allows: a submission's process gets its budget, and a reference process may start on a last submission when it
 * has already used up as much.
 */
function maxCpuSeconds(limits: Limits): number {
  return Math.ceil(2 * submissionSeconds(limits)) + 10;
}

/** V8 and Node options for short and long runs alike. */
const anyRun = [
  // Node starts its own threads anyway; they would have little to do.
  ...["--v8-pool-size=1", "--disable-sigusr1"],
  // V8 randomizes the hashes of property names, in case an attacker sends names that share one hash. Here an attacker
  // would only slow itself down, and rehashing everything that Node starts with takes a tenth of the start.
  ...["--no-rehash-snapshot", "--hash-seed=1"],
  // Most processes use less than this in all, so V8 never searches the heap for memory to give back.
  "--initial-heap-size=64",
];

/**
 * A reader lives long and repeats the same work, so V8's optimizing compilers keep their defaults and run in parallel.
 * Most of what a file leaves in memory is freed while the next one is read.
 */
export const longRun = anyRun;

/**
 * A single thread: compiling and collecting garbage in parallel costs a short run more than it saves (a fifth). V8's
 * optimizing compilers start later than by default, the last one only for code that runs for seconds: for shorter runs
 * they take longer than they save (another fifth and a tenth).
 */
const shortRun = [
  ...anyRun,
  "--single-threaded",
  ...["--invocation-count-for-maglev=10000", "--invocation-count-for-maglev-osr=3000"],
  "--invocation-count-for-early-optimization=10000",
  ...["--invocation-count-for-turbofan=300000", "--invocation-count-for-osr=50000"],
];

/**
 * For every process, and for making snapshots: turns off parts of Node that nothing here needs, and that its
 * permissions do not cover or that would only add more that can fail.
 */
export const fixedOptions = [
  ...["--no-addons", "--no-experimental-sqlite", "--no-experimental-ffi", "--no-experimental-websocket"],
  ...["--no-experimental-webstorage", "--no-experimental-global-navigator", "--no-experimental-require-module"],
  // See child/internals.ts, which undoes this before learner code is loaded.
  "--expose-internals",
  ...["--disallow-code-generation-from-strings", "--no-warnings"],
];

/**
 * The command that runs a bundle on Node, with permission to read only that file and its compiled code, under the
 * operating system's own limits. Only these bound memory outside the JavaScript heap (typed arrays): Windows does not
 * have them, so there only the heap is limited.
 */
export function sandboxCommand(
  bundle: string,
  limits: Limits,
  { options = shortRun, snapshot = null }: { options?: readonly string[]; snapshot?: string | null } = {},
): [string, string[]] {
  const { memoryMB, wall } = limits;
  const nodeArgs = (path: string, from: string | null): string[] => [
    `--max-old-space-size=${memoryMB}`,
    ...options,
    ...fixedOptions,
    "--permission",
    ...[path, codeCacheOf(path), codeCacheOf(path, "modules")].map((readable) => `--allow-fs-read=${readable}`),
    ...(from ? ["--snapshot-blob", from] : []),
    path,
  ];
  // Node resolves symbolic links, but has no permission to follow them. If the file is missing, Node says so itself.
  const file = existsSync(bundle) ? realpathSync(bundle) : bundle;
  const [command, args] =
    wall === "bwrap" ? bwrapCommand(file, nodeArgs, snapshot) : [process.execPath, nodeArgs(file, snapshot)];
  if (process.platform === "win32") return [command, args];
  const ulimits = `ulimit -c 0; ulimit -f 0; ulimit -t ${maxCpuSeconds(limits)}; ulimit -d ${(ownDataMB + memoryMB) * 1024}`;
  // A system that lacks one of these limits runs without it.
  return ["/bin/sh", ["-c", `{ ${ulimits}; } 2>/dev/null; unset PWD OLDPWD; exec "$0" "$@"`, command, ...args]];
}
