import { describe, expect, test } from "vitest";
import { noPostgres } from "./postgres";
import { throughWorkers } from "./throughWorkers";

describe.skipIf(noPostgres !== null)("Workers", () => {
  test("grade a class as the library does, once each, though one is killed and some is of an old version", async () => {
    const outcome = await throughWorkers(12, { workers: 2, jobs: 2, killEvery: 0, mostKills: 1 }, { outdated: 3 });
    expect(outcome).toMatchObject({ results: 12, lost: 0, doubled: 0, faults: 0, compared: 12, different: 0 });
    expect(outcome.kills).toBe(1);
    expect(outcome.ended.map((text) => text.replace(/\d+$/, "…"))).toEqual([
      "0: nablab: graded …",
      "0: nablab: graded …",
    ]);
  }, 300_000);

  test("grade 600 hand-ins, once each, though one is killed every 10 s and the database crashes", async () => {
    const trouble = { workers: 2, jobs: 2, killEvery: 10, crash: true };
    const outcome = await throughWorkers(600, trouble, { compared: 60 });
    expect(outcome).toMatchObject({ left: 0, lost: 0, doubled: 0, different: 0, crashes: 1 });
    // A submission whose worker is killed four times is taken for the cause of it. It is unlikely where grading is quick.
    expect(outcome.faults).toBeLessThanOrEqual(2);
    expect(outcome.results + outcome.faults).toBe(600);
    expect(outcome.compared).toBeGreaterThanOrEqual(58);
    // However fast the machine is, it takes more than ten seconds until what a killed worker had comes back.
    expect(outcome.kills).toBeGreaterThanOrEqual(2);
  }, 1_200_000);
});
