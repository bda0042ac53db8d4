import { describe, expect, test } from "vitest";
import { noPostgres } from "./postgres";
import { throughWorkers } from "./throughWorkers";

describe.skipIf(noPostgres !== null)("Workers", () => {
  test("grade 600 hand-ins, once each, though one is killed every 10 s and the database crashes", async () => {
    const account = await throughWorkers(600, { workers: 2, jobs: 2, killEvery: 10, crash: true });
    expect(account).toMatchObject({ results: 600, lost: 0, doubled: 0, faults: 0, different: 0, crashes: 1 });
    expect(account.kills).toBeGreaterThan(2);
  }, 1_800_000);
});
