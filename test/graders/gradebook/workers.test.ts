import { describe, expect, test } from "vitest";
import { noPostgres } from "./postgres";
import { throughWorkers } from "./throughWorkers";

describe.skipIf(noPostgres !== null)("Workers", () => {
  test("grade a class like everybody else, once each, though both of them are killed", async () => {
    const account = await throughWorkers(24, { workers: 2, jobs: 2, killEvery: 5, mostKills: 2 });
    expect(account).toMatchObject({ results: 24, lost: 0, doubled: 0, faults: 0, different: 0 });
    expect(account.kills).toBeGreaterThan(0);
    expect(account.ended.map((text) => text.replace(/\d+$/, "…"))).toEqual([
      "0: nablab: graded …",
      "0: nablab: graded …",
    ]);
  }, 300_000);
});
