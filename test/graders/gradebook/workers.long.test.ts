import { describe, expect, test } from "vitest";
import { noPostgres } from "./postgres";
import { throughWorkers } from "./throughWorkers";

describe.skipIf(noPostgres !== null)("Workers", () => {
  test("grade a class as the library does, once each, though one is killed and some is of an old version", async () => {
    const account = await throughWorkers(12, { workers: 2, jobs: 2, killEvery: 0, mostKills: 1 }, 3);
    expect(account).toMatchObject({ results: 12, lost: 0, doubled: 0, faults: 0, different: 0 });
    expect(account.kills).toBe(1);
    expect(account.ended.map((text) => text.replace(/\d+$/, "…"))).toEqual([
      "0: nablab: graded …",
      "0: nablab: graded …",
    ]);
  }, 300_000);

  test("grade 600 hand-ins, once each, though one is killed every 10 s and the database crashes", async () => {
    const account = await throughWorkers(600, { workers: 2, jobs: 2, killEvery: 10, crash: true });
    expect(account).toMatchObject({ results: 600, lost: 0, doubled: 0, faults: 0, different: 0, crashes: 1 });
    expect(account.kills).toBeGreaterThan(2);
  }, 1_800_000);
});
