import { describe, expect, test } from "vitest";
import { assignment } from "../../../src/assignments/03-deep-network/assignment";
import { loadStaff } from "../../../src/builder/loadStaff";
import { prepare, tryOut } from "../../../src/builder/trial";

describe("the assignment", () => {
  test("marks every unusual but correct solution as right, for 200 seeds", async () => {
    const staff = await loadStaff(assignment);
    for (let seed = 0; seed < 200; seed++) {
      for (const check of await prepare(assignment, { ...staff, misconceptions: [] }, seed)) {
        for (const { title, functions } of [{ title: "solution", functions: staff.solution }, ...staff.alternatives]) {
          expect((await tryOut(check, functions)).status, `${title}, ${check.check.id}, seed ${seed}`).toBe("correct");
        }
      }
    }
  });

  test("names every misconception in each check that it fails, whatever the seed", async () => {
    const staff = await loadStaff(assignment);
    for (const seed of [2, 3, 4]) {
      const checks = await prepare(assignment, staff, seed);
      for (const { id, function: name, implementation } of staff.misconceptions) {
        const asked = checks.filter(({ check }) => check.function === name);
        const verdicts = await Promise.all(asked.map((check) => tryOut(check, { [name]: implementation })));
        const failed = verdicts.filter(({ status }) => status !== "correct");
        expect(failed.length, `${id}, seed ${seed}`).toBeGreaterThan(0);
        const others = failed.filter(({ failure }) => failure?.misconception?.id !== id);
        expect(others, `${id}, seed ${seed}`).toEqual([]);
      }
    }
  });
});
