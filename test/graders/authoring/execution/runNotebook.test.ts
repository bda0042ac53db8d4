import { expect, it } from "vitest";
import { runNotebook } from "../../../../graders/authoring/execution/runNotebook";

it("gives up on a cell that takes longer than it may, and runs none after it", async () => {
  // Enough for the first cell, which reads the types, on a machine that is busy.
  const results = await runNotebook(["1", "await new Promise(() => setInterval(() => {}, 1000))", "2"], { seconds: 8 });
  expect(results.map(({ status }) => status)).toEqual(["ok", "error", "aborted"]);
  expect(results[1].evalue).toBe("it did not end within 8 s");
});
