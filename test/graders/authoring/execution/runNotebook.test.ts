import { expect, it } from "vitest";
import { runNotebook } from "../../../../graders/authoring/execution/runNotebook";

it("gives up on a cell that takes longer than it may, and runs none after it", async () => {
  const results = await runNotebook(["await new Promise(() => setInterval(() => {}, 1000))", "2"], { seconds: 2 });
  expect(results.map(({ status }) => status)).toEqual(["error", "aborted"]);
  expect(results[0].evalue).toBe("it did not end within 2 s");
});
