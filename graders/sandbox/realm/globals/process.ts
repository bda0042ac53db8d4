import { courseStart, tick } from "../clock";
import { defineUnavailable } from "../defineUnavailable";

/** Elapsed time as `[seconds, nanoseconds]`. */
function hrtime(since?: [number, number]): [number, number] {
  const milliseconds = tick() - courseStart;
  const [seconds, nanoseconds] = [Math.floor(milliseconds / 1000), (milliseconds % 1000) * 1e6];
  if (!since) return [seconds, nanoseconds];
  const rest = nanoseconds - since[1];
  return rest < 0 ? [seconds - since[0] - 1, rest + 1e9] : [seconds - since[0], rest];
}

/** An output that goes nowhere. */
function quietStream(fd: number) {
  const stream = {
    fd,
    writable: true,
    write(_text: unknown, ...rest: unknown[]): boolean {
      const done = rest.at(-1);
      if (typeof done === "function") void Promise.resolve().then(() => done());
      return true;
    },
    end: () => stream,
    on: () => stream,
    once: () => stream,
    off: () => stream,
    emit: () => false,
  };
  return stream;
}

const megabyte = 2 ** 20;
const memory = {
  ...{ rss: 64 * megabyte, heapTotal: 32 * megabyte, heapUsed: 16 * megabyte },
  ...{ external: 2 * megabyte, arrayBuffers: megabyte },
};
const self = (): object => process;

/** What Node's `process` says that tells nothing of the machine, and does nothing to it. */
export const process: Record<string, unknown> = {
  title: "node",
  version: "v26.10.0",
  versions: { node: "26.10.0" },
  release: { name: "node" },
  arch: "x64",
  platform: "linux",
  pid: 1,
  ppid: 0,
  argv: ["node"],
  argv0: "node",
  execArgv: [],
  execPath: "node",
  env: {},
  exitCode: undefined,
  features: {},
  stdout: quietStream(1),
  stderr: quietStream(2),
  hrtime: Object.assign(hrtime, { bigint: () => BigInt(tick() - courseStart) * 1_000_000n }),
  uptime: () => (tick() - courseStart) / 1000,
  cpuUsage: () => ({ user: (tick() - courseStart) * 1000, system: 0 }),
  memoryUsage: Object.assign(() => ({ ...memory }), { rss: () => memory.rss }),
  availableMemory: () => 64 * megabyte,
  constrainedMemory: () => 128 * megabyte,
  nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) =>
    void Promise.resolve().then(() => callback(...args)),
  emitWarning: () => {},
  emit: () => false,
  listenerCount: () => 0,
  listeners: () => [],
};
for (const name of "on once off addListener removeListener removeAllListeners prependListener".split(" "))
  process[name] = self;
defineUnavailable(process, "process");
