import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/06-convolutional-network/assignment";
import { loadStaff } from "../../../src/builder/loadStaff";
import { prepare, tryOut } from "../../../src/builder/trial";

test("every unusual but correct solution is marked as right, for 50 seeds", async () => {
  const staff = await loadStaff(assignment);
  for (let seed = 0; seed < 50; seed++) {
    for (const check of await prepare(assignment, { ...staff, misconceptions: [] }, seed)) {
      if (seed > 0 && !check.hidden) continue;
      for (const { title, functions } of [{ title: "solution", functions: staff.solution }, ...staff.alternatives]) {
        expect((await tryOut(check, functions)).status, `${title}, ${check.check.id}, seed ${seed}`).toBe("correct");
      }
    }
  }
}, 120_000);

test("every misconception fails a hidden check as well, under its own name, whatever the seed", async () => {
  const staff = await loadStaff(assignment);
  for (const seed of [2, 3, 4]) {
    const checks = (await prepare(assignment, staff, seed)).filter(({ hidden }) => hidden);
    for (const { id, function: name, implementation } of staff.misconceptions) {
      const asked = checks.filter(({ check }) => check.function === name);
      const verdicts = await Promise.all(asked.map((check) => tryOut(check, { [name]: implementation })));
      const named = verdicts.map(({ failure }) => failure?.misconception?.id);
      expect(named, `seed ${seed}`).toContain(id);
    }
  }
}, 60_000);
