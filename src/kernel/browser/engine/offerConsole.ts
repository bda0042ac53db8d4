import { formatWithOptions, inspect } from "node-inspect-extracted";
import type { StreamName } from "../../engine/messages";
import { tidyStack } from "../../engine/tidyStackTraces";
import { tableOf } from "./tableOf";

const indentation = 2;

/** The browser's own, even if cells replace it. */
const clock = performance.now.bind(performance);

/** Makes `console` print what Node's prints. */
export function offerConsole(print: (name: StreamName, text: string) => void, clear: () => void): void {
  let depth = 0;
  const counts = new Map<string, number>();
  const starts = new Map<string, number>();
  const write = (name: StreamName, text: string): void => {
    const margin = " ".repeat(depth);
    print(name, `${depth > 0 ? text.replaceAll(/^/gm, margin) : text}\n`);
  };
  const log = (...data: unknown[]): void => write("stdout", formatWithOptions({}, ...data));
  const warn = (...data: unknown[]): void => write("stderr", formatWithOptions({}, ...data));
  const group = (...label: unknown[]): void => {
    if (label.length > 0) log(...label);
    depth += indentation;
  };
  const lap = (label: string, ...data: unknown[]): void => {
    const start = starts.get(label);
    if (start === undefined) warn(`Warning: No such label '${label}' for console.timeLog()`);
    else log(`${label}: ${durationOf(clock() - start)}`, ...data);
  };
  Object.assign(console, {
    log,
    info: log,
    debug: log,
    dirxml: log,
    warn,
    error: warn,
    clear,
    dir: (value: unknown, options: object = {}) =>
      write("stdout", inspect(value, { customInspect: false, ...options })),
    table: (data: unknown, properties?: readonly string[]) => log(tableOf(data, properties) ?? data),
    assert(condition: unknown, ...data: unknown[]) {
      if (condition) return;
      const [first, ...rest] = data;
      if (typeof first === "string") warn(`Assertion failed: ${first}`, ...rest);
      else warn(...(data.length > 0 ? ["Assertion failed:", ...data] : ["Assertion failed"]));
    },
    trace(...data: unknown[]) {
      const trace = { name: "Trace", message: formatWithOptions({}, ...data), stack: "" };
      Error.captureStackTrace?.(trace, console.trace);
      write("stderr", String(tidyStack(trace)));
    },
    group,
    groupCollapsed: group,
    groupEnd: () => {
      depth = Math.max(0, depth - indentation);
    },
    count(label: unknown = "default") {
      const count = (counts.get(`${label}`) ?? 0) + 1;
      counts.set(`${label}`, count);
      log(`${label}: ${count}`);
    },
    countReset: (label: unknown = "default") => void counts.delete(`${label}`),
    time: (label: unknown = "default") => void starts.set(`${label}`, clock()),
    timeLog: (label: unknown = "default", ...data: unknown[]) => lap(`${label}`, ...data),
    timeEnd(label: unknown = "default") {
      lap(`${label}`);
      starts.delete(`${label}`);
    },
  });
}

/** As Node writes it: `3.52ms`, `1.204s`, `1:02.500 (m:ss.mmm)`. */
function durationOf(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 1) return `${Number(milliseconds.toFixed(3))}ms`;
  if (seconds < 60) return `${seconds.toFixed(3)}s`;
  const padded = (value: number) => String(value).padStart(2, "0");
  const [minutes, rest] = [Math.floor(seconds / 60) % 60, (seconds % 60).toFixed(3).padStart(6, "0")];
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${padded(minutes)}:${rest.slice(0, 2)} (h:mm:ss)` : `${minutes}:${rest} (m:ss.mmm)`;
}
