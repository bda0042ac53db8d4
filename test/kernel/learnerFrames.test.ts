import { expect, it } from "vitest";
import { registerSource } from "../../src/kernel/engine/SourceRegistry";
import { describeFrame, learnerFrames } from "../../src/kernel/engine/tidyStackTraces";

it("finds the learner's calls in a stack as Firefox writes it", () => {
  registerSource("nablab:cell-9", "Cell [9]", "function model() {\n  f();\n}\nawait model();", [], (place) => place);
  const stack = [
    "propagate@nablab:cell-9:2:3",
    "model/<@nablab:cell-9:3:1",
    "async*@nablab:cell-9:4:7",
    "evaluate@blob:http://127.0.0.1:8000/61f5-3f14:3:43",
    "map@[native code]",
    "",
  ];
  const error = Object.assign(new Error("mine"), { stack: stack.join("\n") });
  expect(learnerFrames(error).map(describeFrame)).toEqual(["propagate (Cell [9]:2:3)", "Cell [9]:3:1", "Cell [9]:4:7"]);
  for (const other of [undefined, 5, "mine@home:x:y"]) {
    expect(learnerFrames(Object.defineProperty(new Error("mine"), "stack", { value: other }))).toEqual([]);
  }
});
