import ts from "typescript";
import { describe, expect, test } from "vitest";
import { visitNames } from "../../../../graders/extract/parse/visitNames";

function freeNames(file: ts.SourceFile): string[] {
  const names = new Set<string>();
  visitNames(
    file,
    () => "now",
    ({ node, isBound }) => {
      if (!isBound) names.add(node.text);
    },
  );
  return [...names];
}

function freeIn(source: string): string[] {
  return freeNames(ts.createSourceFile("a.ts", source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS));
}

describe("A name is free", () => {
  test.each([
    ["behind the scope that binds it", "{ let a; a; } a;", ["a"]],
    ["between scopes that bind it", "(a) => a; a; { let a; }", ["a"]],
    ["but not in a scope within a scope that binds it again", "(a) => { { let a; a; } a; };", []],
    ["where it is bound in another branch", "switch (x) { case 1: let y; y; } y;", ["x", "y"]],
    ["but not where var binds it further down", "(function () { a; { var a; } })();", []],
    ["behind a function with var", "(function () { var a; })(); a;", ["a"]],
    ["as a base class, and not as a type", "(class B extends A<T> implements I { x: U; });", ["A"]],
    ["in a computed name of a pattern", "(({ [k]: v }) => v);", ["k"]],
    ["in the order of the text", "b; (c) => [a, c]; a;", ["b", "a"]],
  ])("%s", (_, source, expected) => {
    expect(freeIn(source)).toEqual(expected);
  });
});

/** Processor time for as many blocks as names. */
function milliseconds(count: number): number {
  const names = Array.from({ length: count }, (_, i) => `n${i}`).join();
  const file = ts.createSourceFile("a.ts", `(z) => { let ${names}; ${"{let b;}".repeat(count)} }`, 9, true);
  const before = process.cpuUsage();
  freeNames(file);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test("Many scopes with many names take time in proportion, not with the square", () => {
  milliseconds(2000);
  // With the square, 20 times as many would take 400 times as long: minutes.
  expect(milliseconds(40_000)).toBeLessThan(2000);
});

test("A sum of very many terms is gone through as well", () => {
  expect(freeIn(`${"a + ".repeat(50_000)}b;`)).toEqual(["a", "b"]);
});
