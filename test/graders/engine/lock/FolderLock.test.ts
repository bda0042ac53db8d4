import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { FolderInUse, FolderLock } from "../../../../graders/engine/lock/FolderLock";
import { type Holder, thisProcess } from "../../../../graders/engine/lock/Holder";

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return { ...fs, linkSync: vi.fn(fs.linkSync) };
});

const base = mkdtempSync(join(tmpdir(), "nablab-lock-"));
afterAll(() => rmSync(base, { recursive: true }));
const newFolder = () => mkdtempSync(join(base, "out-"));
const lockIn = (folder: string) => join(folder, "journal.lock");

/** A process that has ended; no other will get its number soon. */
function endedProcess(): number {
  return spawnSync("true").pid;
}

function leave(folder: string, changes: Partial<Holder> | string): void {
  const text = typeof changes === "string" ? changes : JSON.stringify({ ...thisProcess(), ...changes });
  writeFileSync(lockIn(folder), text);
}

describe("A lock", () => {
  test("keeps others out until it is released, and is gone then", () => {
    const folder = newFolder();
    const lock = FolderLock.take(folder);
    expect(() => FolderLock.take(folder)).toThrow(
      new FolderInUse(
        `${folder} is in use by another run (process ${process.pid} on ${hostname()}); wait for it to end, or name another folder with --out`,
      ),
    );
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    const next = FolderLock.take(folder);
    expect(next.leftBehind).toBeNull();
    // What has been released is another's now.
    lock.release();
    expect(existsSync(lockIn(folder))).toBe(true);
    next.release();
  });

  test.each<[string, () => Partial<Holder>]>([
    ["whose process is gone", () => ({ pid: endedProcess() })],
    ["whose number another process has now", () => ({ started: "1" })],
    ["from before the machine was started again", () => ({ boot: "another" })],
  ])("%s is taken over, and nothing of it is left", (_, changes) => {
    const folder = newFolder();
    leave(folder, changes());
    const lock = FolderLock.take(folder);
    expect(lock.leftBehind).toMatchObject({ host: hostname() });
    expect(() => FolderLock.take(folder)).toThrow(FolderInUse);
    expect(readdirSync(folder)).toEqual(["journal.lock"]);
    lock.release();
  });

  test.each<[string, Partial<Holder>]>([
    ["of another machine", { machine: "another", host: "lab3\u001b[2J", pid: 4711 }],
    ["of another container", { space: "pid:[1]", host: "lab3\u001b[2J", pid: 4711 }],
  ])("%s cannot be checked: it is left alone, and the message says what to do", (_, changes) => {
    const folder = newFolder();
    leave(folder, changes);
    const before = readFileSync(lockIn(folder), "utf8");
    expect(() => FolderLock.take(folder)).toThrow(
      `${folder} is in use by process 4711 on lab3 [2J, which cannot be checked from here; if no run is left there, delete ${lockIn(folder)}`,
    );
    expect(readFileSync(lockIn(folder), "utf8")).toBe(before);
    expect(readdirSync(folder)).toEqual(["journal.lock"]);
  });

  test("of a process that is there, but does not tell since when, keeps others out", () => {
    const folder = newFolder();
    leave(folder, { started: null });
    expect(() => FolderLock.take(folder)).toThrow(FolderInUse);
  });

  test.each(["", "{", "null", "[]", '{"pid":1}', "\0\0\0\0", '{"id":"../../x","pid":-1}'])(
    "that cannot be read is waited for, and taken over: %j",
    (text) => {
      const folder = newFolder();
      leave(folder, text);
      const start = performance.now();
      const lock = FolderLock.take(folder);
      expect(lock.leftBehind).toBe("unreadable");
      expect(performance.now() - start).toBeGreaterThan(400);
      expect(readdirSync(folder)).toEqual(["journal.lock"]);
      lock.release();
    },
  );

  test("is taken over after a crash while another one was taken over", () => {
    const folder = newFolder();
    const gone = { ...thisProcess(), pid: endedProcess() };
    leave(folder, gone);
    // The second lock, a third one about that, and a draft.
    const second = { ...gone, id: "a".repeat(16) };
    writeFileSync(`${lockIn(folder)}.${gone.id}`, JSON.stringify(second));
    writeFileSync(`${lockIn(folder)}.${gone.id}.${second.id}`, JSON.stringify({ ...gone, id: "b".repeat(16) }));
    writeFileSync(`${lockIn(folder)}.draft-${"c".repeat(16)}`, JSON.stringify({ ...gone, id: "c".repeat(16) }));
    FolderLock.take(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is kept by whoever is about to take it over", () => {
    const folder = newFolder();
    const gone = { ...thisProcess(), pid: endedProcess() };
    leave(folder, gone);
    writeFileSync(`${lockIn(folder)}.${gone.id}`, JSON.stringify(thisProcess()));
    expect(() => FolderLock.take(folder)).toThrow(FolderInUse);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("works on a disk that knows no links", () => {
    const folder = newFolder();
    vi.mocked(linkSync).mockImplementation(() => {
      throw Object.assign(new Error("operation not permitted"), { code: "EPERM" });
    });
    const lock = FolderLock.take(folder);
    expect(() => FolderLock.take(folder)).toThrow(FolderInUse);
    lock.release();
    leave(folder, { pid: endedProcess() });
    FolderLock.take(folder).release();
    expect(readdirSync(folder)).toEqual([]);
    vi.mocked(linkSync).mockRestore();
  });
});

test("Of many processes that come at one moment, one gets each lock, left behind or not", {
  timeout: 60_000,
}, async () => {
  const rounds = 30;
  const folders = Array.from({ length: rounds }, (_, i) => {
    const folder = join(base, `round-${i}`);
    mkdirSync(folder);
    if (i % 3 > 0) leave(folder, { pid: endedProcess() });
    return folder;
  });
  const register = join(__dirname, "../../../../graders/cli/registerTypeScript.js");
  const args = ["-r", register, join(__dirname, "takeLocks.ts"), String(Date.now() + 5000), "40", ...folders];
  const outputs = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
      const chunks: Buffer[] = [];
      for await (const chunk of child.stdout) chunks.push(chunk);
      return Buffer.concat(chunks).toString("utf8").trim().split("\n");
    }),
  );
  const perRound = folders.map((_, i) => outputs.map((lines) => lines[i]).sort());
  expect(perRound).toEqual(folders.map(() => [...Array(7).fill("in use"), "taken"]));
  expect(folders.flatMap((folder) => readdirSync(folder))).toEqual([]);
});
