import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleReader } from "../../../../graders/sandbox/host/bundle";
import { longRun } from "../../../../graders/sandbox/host/limits";
import { type ReaderAnswer, ReaderPool, readingLimits } from "../../../../graders/sandbox/host/ReaderPool";
import { SandboxProcess } from "../../../../graders/sandbox/host/SandboxProcess";
import { snapshotOf } from "../../../../graders/sandbox/host/snapshotOf";
import { snapshotReader } from "../../../../graders/sandbox/host/snapshotReader";
import { noBubblewrap } from "../../bubblewrap";

const folder = mkdtempSync(join(tmpdir(), "nablab-readers-"));
const bundle = join(folder, "reader.js");
const snapshot = snapshotOf(bundle);
const question = JSON.stringify({ about: "code", extension: ".ts", graded: ["f"], ruled: [] });
const source = "enum Kind { Hidden = 2 }\nexport const f = (x: number): number => x * Kind.Hidden;";

beforeAll(async () => copyFileSync(await bundleReader(), bundle));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(wall?: "bwrap"): Promise<ReaderAnswer> {
  const readers = new ReaderPool(bundle, { limits: { ...readingLimits, wall }, size: 1 });
  try {
    return await readers.ask(() => Buffer.from(source), question);
  } finally {
    readers.end();
  }
}

async function startsFromSnapshot(memoryMB: number, wall?: "bwrap"): Promise<boolean> {
  // Of a bundle that is not there, only the snapshot can start.
  const started = SandboxProcess.start(
    wall ? bundle : join(folder, "none.js"),
    { ...readingLimits, memoryMB, wall },
    undefined,
    {
      ...{ options: longRun, snapshot },
    },
  );
  return started.then(
    (reader) => {
      reader.end();
      return true;
    },
    () => false,
  );
}

test("Readers answer the same from a snapshot as from their bundle, whatever memory they have", async () => {
  const before = await read();
  expect(before).toMatchObject({ kind: "answer", text: expect.stringContaining("Kind") });
  await snapshotReader(bundle);
  expect(existsSync(snapshot)).toBe(true);
  for (const memoryMB of [128, 512, 1024]) expect(await startsFromSnapshot(memoryMB)).toBe(true);
  expect(await read()).toEqual(before);
});

test.skipIf(noBubblewrap !== null)("They do so inside bubblewrap, too", async () => {
  expect(await startsFromSnapshot(512, "bwrap")).toBe(true);
  expect(await read("bwrap")).toEqual(await read());
});

test("A snapshot that is there already is not made again", async () => {
  const before = readFileSync(snapshot);
  await snapshotReader(bundle);
  expect(readFileSync(snapshot).equals(before)).toBe(true);
});

test("One that Node did not make, or another Node, does no harm", async () => {
  const whole = readFileSync(snapshot);
  for (const broken of ["half a fi", whole.subarray(0, whole.length / 2), whole.fill(0, 60, 80)]) {
    writeFileSync(snapshot, broken, { mode: 0o600 });
    expect(await startsFromSnapshot(512)).toBe(false);
    expect(await read()).toMatchObject({ kind: "answer" });
  }
});
