import { realmWords } from "../../../../src/words/realmWords";
import { courseStart, tick } from "../clock";
import { defineUnavailable } from "../defineUnavailable";

interface Entry {
  name: string;
  entryType: "mark" | "measure";
  startTime: number;
  duration: number;
  detail: unknown;
}

interface MeasureOptions {
  start?: string | number;
  end?: string | number;
  detail?: unknown;
}

const now = (): number => tick() - courseStart;
let entries: Entry[] = [];

function add(entry: Entry): Entry {
  entries.push(entry);
  return entry;
}

/** @throws SyntaxError for a mark that there is not, as Node does */
function momentOf(mark: string | number): number {
  if (typeof mark === "number") return mark;
  const found = entries.findLast(({ name, entryType }) => entryType === "mark" && name === mark);
  if (!found) throw new SyntaxError(realmWords.noMark(mark));
  return found.startTime;
}

function clear(type: Entry["entryType"], wanted?: string): void {
  entries = entries.filter(({ entryType, name }) => entryType !== type || (wanted !== undefined && name !== wanted));
}

/** The stopwatch of Node, on the realm's clock. */
export const performance = {
  now,
  timeOrigin: courseStart,
  mark(name: string, options: { startTime?: number; detail?: unknown } = {}): Entry {
    const startTime = options.startTime ?? now();
    return add({ name: String(name), entryType: "mark", startTime, duration: 0, detail: options.detail ?? null });
  },
  measure(name: string, from: string | MeasureOptions = {}, to?: string): Entry {
    const { start = 0, end = to, detail = null } = typeof from === "string" ? { start: from } : from;
    const startTime = momentOf(start);
    const duration = (end === undefined ? now() : momentOf(end)) - startTime;
    return add({ name: String(name), entryType: "measure", startTime, duration, detail });
  },
  clearMarks: (name?: string) => clear("mark", name),
  clearMeasures: (name?: string) => clear("measure", name),
  getEntries: () => [...entries],
  getEntriesByName: (wanted: string) => entries.filter(({ name }) => name === wanted),
  getEntriesByType: (type: string) => entries.filter(({ entryType }) => entryType === type),
  timerify: <F>(call: F): F => call,
  eventLoopUtilization: () => ({ idle: 0, active: 0, utilization: 0 }),
  toJSON: () => ({ timeOrigin: courseStart }),
};
defineUnavailable(performance, "performance");
