import { describe, expect, test } from "vitest";
import { isBoundedJson } from "../../../graders/engine/isBoundedJson";
import { forged, parseFailure, parseOutcome } from "../../../graders/engine/parseOutcome";
import { NDArray } from "../../../src/core/NDArray";

const returned = (value: string, mutatedArgs = "[]") =>
  `{"kind":"returned","value":${value},"mutatedArgs":${mutatedArgs}}`;
const tooLarge = { kind: "stopped", cause: "excess", of: "result" };
const frame = 32 * 2 ** 20;

describe("Positions of changed arguments", () => {
  test.each([
    ["none", "[]", []],
    ["all, in any order", "[2,0,1]", [2, 0, 1]],
  ])("%s", (_, json, positions) => {
    expect(parseOutcome(returned("1", json), 3)).toEqual({ kind: "returned", value: 1, mutatedArgs: positions });
  });

  test.each([
    ["beyond the last argument", "[3]"],
    ["before the first", "[-1]"],
    ["between two", "[0.5]"],
    ["twice", "[1,1]"],
    ["0 twice, once with a sign", "[0,-0]"],
    ["as text", '["1"]'],
    ["nothing", "[null]"],
    ["a list", "[[1]]"],
    ["a truth value", "[true]"],
    ["a huge number", "[7315e300]"],
    ["more than there are arguments", "[0,1,2,3]"],
    ["no list", '{"length":1,"0":0}'],
    ["left out", "null"],
  ])("that are %s make it a forgery", (_, json) => {
    expect(parseOutcome(returned("1", json), 3)).toEqual(forged);
  });
});

describe("What was handed out twice", () => {
  const shared = (json: string) => parseOutcome(`{"kind":"returned","value":1,"mutatedArgs":[],"shared":${json}}`, 0);

  test("is a short list of pairs", () => {
    const pairs = [
      { path: "s", with: "v" },
      { path: "", with: null },
    ];
    expect(shared(JSON.stringify(pairs))).toMatchObject({ kind: "returned", shared: pairs });
    expect(shared('[{"path":"s","with":"v","more":[1,2]}]')).toMatchObject({ shared: [pairs[0]] });
  });

  test.each([
    ["no list", '{"length":0}'],
    ["a text", '"v"'],
    ["a pair without a path", '[{"with":"v"}]'],
    ["a pair without the other path", '[{"path":"v"}]'],
    ["a path that is a number", '[{"path":1,"with":"v"}]'],
    ["a path of a thousand characters", `[{"path":"${"v".repeat(1000)}","with":null}]`],
    ["a thousand pairs", `[${Array(1000).fill('{"path":"s","with":"v"}').join()}]`],
  ])("that is %s makes it a forgery", (_, json) => {
    expect(shared(json)).toEqual(forged);
  });
});

test("A call cannot say that it was stopped, which only the grader does", () => {
  expect(parseOutcome('{"kind":"stopped","cause":"time","reason":"stopped after 10 s"}', 0)).toEqual(forged);
});

describe("Texts", () => {
  test.each([
    ["a message", (text: string) => parseOutcome(JSON.stringify({ kind: "threw", message: text }), 0)],
    ["a place", (text: string) => parseOutcome(JSON.stringify({ kind: "threw", message: "", at: text }), 0)],
    [
      "a kind of value",
      (text: string) => parseOutcome(JSON.stringify({ kind: "unusable", what: { kind: "other", type: text } }), 0),
    ],
    [
      "a function's name",
      (text: string) => parseOutcome(JSON.stringify({ kind: "not-implemented", function: text }), 0),
    ],
    ["a failure", (text: string) => parseFailure({ text })],
    ["a failure's place", (text: string) => parseFailure({ text: "", at: text })],
  ])("%s is cut, whatever its characters", (_, make) => {
    for (const character of ["x", "ü", "𝛿", "\n"])
      expect(JSON.stringify(make(character.repeat(1e5))).length).toBeLessThan(2100);
  });
});

describe("Replies that would take gigabytes", () => {
  test.each<[string, string]>([
    ["brackets", "[".repeat(frame)],
    ["brackets that are closed", returned("[".repeat(1e6) + "]".repeat(1e6))],
    ["objects within each other", returned(`${'{"a":'.repeat(101)}1${"}".repeat(101)}`)],
    ["many lists", returned(`[${"[],".repeat(1e6)}[]]`)],
    ["many objects", returned(`[${"{},".repeat(1e6)}{}]`)],
    ["many keys", returned(`{${Array.from({ length: 2e5 }, (_, i) => `"k${i}":1`).join()}}`)],
    ["many numbers", returned(`[${"0,".repeat(3e6)}0]`)],
    ["many texts", returned(`[${'"",'.repeat(3e6)}""]`)],
    ["many positions", returned("1", `[${"0,".repeat(3e6)}0]`)],
    ["much that is no outcome", `{"kind":1,"more":[${"[],".repeat(1e6)}[]]}`],
    ["no JSON at all", "[,".repeat(1e6)],
  ])("%s are refused unread", (_, text) => {
    const before = process.memoryUsage().heapUsed;
    expect(parseOutcome(text, 1)).toEqual(tooLarge);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50e6);
  });

  test("what stands in texts does not count", () => {
    for (const text of ["[{".repeat(1e6), '"[', '\\"[{'.repeat(1e6), "\\", '\\\\"'.repeat(1e5)]) {
      expect(isBoundedJson(JSON.stringify([text, text]))).toBe(true);
      expect(isBoundedJson(`[${JSON.stringify(text)},${"[".repeat(200)}`)).toBe(false);
    }
    expect(isBoundedJson(`"${"[".repeat(200)}`)).toBe(true);
  });

  test("an array of a million numbers is a result", () => {
    const outcome = parseOutcome(returned(`{"$array":{"shape":[1000000],"data":[${"1,".repeat(999_999)}1]}}`), 1);
    expect(outcome.kind === "returned" && outcome.value).toBeInstanceOf(NDArray);
  });
});
