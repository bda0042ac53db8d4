import { existsSync, realpathSync } from "node:fs";
import { codeCacheOf } from "../wire/codeCacheOf";
import { bwrapCommand } from "./bwrap";

/** What one submission may use. */
export interface Limits {
  /** Wall-clock time of one call of a graded function, or of loading its code. */
  seconds: number;
  memoryMB: number;
  /** Processor time of the whole submission, 120 s unless told; see TimeBudget.ts. */
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
 * The system's own limit on the processor time of each process, should nothing else be left that could end it. It is beyond
 * what the grader allows: a submission's process gets its budget, and one of the reference may begin a last submission's
 * when it has already used up as much.
 */
function maxCpuSeconds(limits: Limits): number {
  return Math.ceil(2 * submissionSeconds(limits)) + 10;
}

/**
 * One thread: compiling and collecting beside the main thread costs a short run more than it brings (a fifth). And V8's
 * optimizing compilers later than by default, the last one only for what takes seconds: for less, they take longer than
 * they save (another fifth and a tenth).
 */
const shortRun = [
  "--single-threaded",
  // Node starts threads of its own all the same, which would have nothing to do.
  ...["--v8-pool-size=1", "--disable-sigusr1"],
  // Names in objects are found by hashes with a random part, lest somebody sends names with one hash: it could only slow
  // itself down. To put that part into everything that Node starts with takes a tenth of the start.
  ...["--no-rehash-snapshot", "--hash-seed=1"],
  ...["--invocation-count-for-maglev=10000", "--invocation-count-for-maglev-osr=3000"],
  "--invocation-count-for-early-optimization=10000",
  ...["--invocation-count-for-turbofan=300000", "--invocation-count-for-osr=50000"],
  // All memory together stays below this in most processes: it is not gone through for what could be given back.
  "--initial-heap-size=64",
];

/**
 * For every process, and what snapshots are made with: without parts of Node that nothing here needs, and that its
 * permissions do not cover or that would only add to what can fail.
 */
export const fixedOptions = [
  ...["--no-addons", "--no-experimental-sqlite", "--no-experimental-ffi", "--no-experimental-websocket"],
  ...["--no-experimental-webstorage", "--no-experimental-global-navigator", "--no-experimental-require-module"],
  // See child/internals.ts, which takes it back before learner code is loaded.
  "--expose-internals",
  ...["--disallow-code-generation-from-strings", "--no-warnings"],
];

/**
 * The command that runs a bundle on Node, with the permission to read that file and its compiled code, under the operating
 * system's own limits. Memory outside the JavaScript heap (typed arrays) is bounded only by the latter: on Windows, which
 * has no such limits, only the heap is.
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
    ...[`--allow-fs-read=${path}`, `--allow-fs-read=${codeCacheOf(path)}`],
    ...(from ? ["--snapshot-blob", from] : []),
    path,
  ];
  // Node opens what links lead to, and has no permission to follow them. It says itself when there is no such file.
  const file = existsSync(bundle) ? realpathSync(bundle) : bundle;
  const [command, args] =
    wall === "bwrap" ? bwrapCommand(file, nodeArgs, snapshot) : [process.execPath, nodeArgs(file, snapshot)];
  if (process.platform === "win32") return [command, args];
  const ulimits = `ulimit -c 0; ulimit -f 0; ulimit -t ${maxCpuSeconds(limits)}; ulimit -d ${(ownDataMB + memoryMB) * 1024}`;
  // A system that does not know one of the limits goes on without it.
  return ["/bin/sh", ["-c", `{ ${ulimits}; } 2>/dev/null; unset PWD OLDPWD; exec "$0" "$@"`, command, ...args]];
}
