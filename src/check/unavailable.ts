/** Why the sandbox does not offer something that a notebook has. */
export type Absence = "network" | "files" | "processes" | "clock" | "machine" | "code";

/** The names of each kind, as learners write them; those with a dot belong to an object that is there. */
const names: Record<Absence, string> = {
  network:
    "fetch FormData Headers Request Response WebSocket EventSource MessageEvent CloseEvent ErrorEvent URL " +
    "URLSearchParams URLPattern navigator Navigator crypto.subtle CryptoKey SubtleCrypto Crypto",
  files:
    "Blob File ReadableStream ReadableStreamDefaultReader ReadableStreamBYOBReader ReadableStreamBYOBRequest " +
    "ReadableByteStreamController ReadableStreamDefaultController WritableStream WritableStreamDefaultController " +
    "WritableStreamDefaultWriter TransformStream TransformStreamDefaultController ByteLengthQueuingStrategy " +
    "CountQueuingStrategy TextEncoderStream TextDecoderStream CompressionStream DecompressionStream Storage " +
    "localStorage sessionStorage __filename __dirname prompt process.stdin process.openStdin process.cwd process.chdir " +
    "process.umask process.loadEnvFile loadMnist loadH5 loadMat",
  processes:
    "BroadcastChannel MessageChannel MessagePort SharedArrayBuffer Atomics process.exit process.abort process.kill " +
    "process.reallyExit process.execve process.getuid process.geteuid process.getgid process.getegid " +
    "process.getgroups process.setuid process.setgid process.seteuid process.setegid process.setgroups " +
    "process.initgroups process.send process.disconnect",
  clock:
    "Temporal Performance PerformanceEntry PerformanceMark PerformanceMeasure PerformanceObserver " +
    "PerformanceObserverEntryList PerformanceResourceTiming performance.nodeTiming process.resourceUsage " +
    "process.threadCpuUsage",
  machine: "WebAssembly process.dlopen process.binding process.report process.config",
  code: "eval process.getBuiltinModule process.mainModule",
};

/** What a notebook has and graded code has not, and why. docs/learning.md lists it too. */
export const unavailable: Readonly<Record<string, Absence>> = Object.fromEntries(
  Object.entries(names).flatMap(([absence, list]) => list.split(" ").map((name) => [name, absence as Absence])),
);
