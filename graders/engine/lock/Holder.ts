import { randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { isRecord } from "../../../src/check/isRecord";
import { hashOf } from "../../text/hashOf";
import { processStart } from "./processStart";

/** Who holds a lock. Fields that the system does not tell are null. */
export interface Holder {
  /** Identifies this one lock: no other lock has the same id, not even one of the same process. */
  id: string;
  pid: number;
  /** When the process started, in the system's units. */
  started: string | null;
  host: string;
  /** Tells apart machines with the same name. */
  machine: string;
  /** Changes whenever the machine is restarted. */
  boot: string | null;
  /** The namespace of the process id: each container has its own. */
  space: string | null;
}

/** A new holder: this process. */
export function thisProcess(): Holder {
  const start = processStart(process.pid);
  const host = hostname();
  return {
    id: randomBytes(8).toString("hex"),
    pid: process.pid,
    started: start.state === "running" ? start.since : null,
    host,
    // The machine id is confidential; a hash of it serves as well.
    machine: hashOf(`nablab ${host} ${tell(() => readFileSync("/etc/machine-id", "utf8"))}`),
    boot: tell(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
    space: tell(() => readlinkSync("/proc/self/ns/pid")),
  };
}

function tell(ask: () => string): string | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

/** The holder that a lock's text names; null when it is not the text of a lock. */
export function parseHolder(text: string): Holder | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(json)) return null;
  const { id, pid, started, host, machine, boot, space } = json;
  const isSound =
    typeof id === "string" &&
    /^[0-9a-f]{16}$/.test(id) &&
    // 0 and negative numbers stand for process groups.
    Number.isSafeInteger(pid) &&
    Number(pid) > 0 &&
    Number(pid) < 2 ** 31 &&
    [host, machine].every((value) => typeof value === "string") &&
    [started, boot, space].every((value) => value === null || typeof value === "string");
  return isSound ? (json as unknown as Holder) : null;
}

/** Whether a holder is running, is gone, or is where this process cannot look. */
export function whereabouts(holder: Holder, self: Holder): "here" | "gone" | "elsewhere" {
  if (holder.machine !== self.machine) return "elsewhere";
  if (holder.boot !== self.boot) return "gone";
  if (holder.space !== self.space) return "elsewhere";
  return isRunning(holder) ? "here" : "gone";
}

function isRunning({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process exists, but belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const start = processStart(pid);
  if (start.state === "ended") return false;
  // Without a known start, the id has to be enough: a needless lock is better than a journal with two owners.
  return start.state === "unknown" || started === null || start.since === started;
}
