import { randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { isRecord } from "../../../src/check/isRecord";
import { hashOf } from "../../text/hashOf";
import { processStart } from "./processStart";

/** Who holds a lock. What a system does not tell is null. */
export interface Holder {
  /** Of this very lock: no other one, of whatever process, has the same. */
  id: string;
  pid: number;
  /** When the process began, in the system's measure. */
  started: string | null;
  host: string;
  /** Tells machines of one name apart. */
  machine: string;
  /** Another one after each start of the machine. */
  boot: string | null;
  /** Where the number of the process counts: containers have numbers of their own. */
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
    // The system's own number of the machine is to be kept from others: a hash does as well.
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

/** The holder that the text of a lock names; null when it is no such text. */
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
    // 0 and negative numbers stand for groups of processes.
    Number.isSafeInteger(pid) &&
    Number(pid) > 0 &&
    Number(pid) < 2 ** 31 &&
    [host, machine].every((value) => typeof value === "string") &&
    [started, boot, space].every((value) => value === null || typeof value === "string");
  return isSound ? (json as unknown as Holder) : null;
}

/** Whether a holder is at work, is gone, or is where this process cannot look. */
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
    // Another user's process may not be signalled, and is there.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const start = processStart(pid);
  if (start.state === "ended") return false;
  // Where the start is not known, the number has to do: rather a lock too many than a journal with two owners.
  return start.state === "unknown" || started === null || start.since === started;
}
