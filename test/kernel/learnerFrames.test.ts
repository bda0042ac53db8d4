import { expect, it } from "vitest";
import { describeFrame } from "../../src/kernel/engine/LearnerFrame";
import { registerScript, registerSource } from "../../src/kernel/engine/SourceRegistry";
import { learnerFrames, tidyStack } from "../../src/kernel/engine/tidyStackTraces";

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

it("finds them in a stack as WebKit writes it, for a script that has an address", () => {
  const script = [
    "take(function () {",
    "class Own extends Error { constructor() { super(); } }",
    "async function model() { throw new Own(); }",
    "[1].map(() => model());",
    "})",
  ].join("\n");
  registerSource("nablab:cell-8", "Cell [8]", script, [], (place) => place);
  registerScript("blob:1", "nablab:cell-8", script);
  const stack = [
    "Own@blob:1:2:48",
    "@blob:1:3:39",
    "model@blob:1:3:44",
    "@blob:1:4:20",
    "map@[native code]",
    "@blob:1:4:8",
    "evaluate@http://127.0.0.1/engine.js:318:6451",
    "@",
  ];
  class Own extends Error {}
  const error = Object.assign(new Own("mine"), { stack: stack.join("\n") });
  const calls = ["model (Cell [8]:3:32)", "Cell [8]:4:15", "Cell [8]:4:5"];
  expect(learnerFrames(error).map(describeFrame)).toEqual(calls);
  const trace = { name: "Trace", message: "here", stack: stack.slice(1).join("\n") };
  expect(tidyStack(trace)).toBe(["Trace: here", ...calls.map((call) => `    at ${call}`)].join("\n"));
  expect(tidyStack({ stack: "a text of the learner's" })).toBe("a text of the learner's");
});
