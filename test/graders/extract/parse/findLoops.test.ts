import { describe, expect, test } from "vitest";
import { findLoops } from "../../../../graders/extract/parse/findLoops";

const loopsOf = (body: string): string[] =>
  findLoops(`function f(xs: any) {\n${body}\n}`).loops.map(({ what }) => what);

describe("What is a loop", () => {
  test.each<[string, string, string[]]>([
    ["for with a counter", "for (let i = 0; i < xs.length; i++) g(i);", ["for"]],
    ["for … of", "for (const x of xs) g(x);", ["for"]],
    ["for … in", "for (const key in xs) g(key);", ["for"]],
    ["while, and one inside it", "while (true) { do g(); while (xs); }", ["while", "do"]],
    ["a method that calls back", "return xs.map((x) => x + 1);", [".map(…)"]],
    ["one that is given a function's name", "xs.forEach(g);", [".forEach(…)"]],
    ["one after another", "return xs.filter(Boolean).reduce((a, b) => a + b, 0);", [".reduce(…)", ".filter(…)"]],
    ["a method by its name in brackets", 'return (xs as number[])["map"](g);', [".map(…)"]],
    ["one that may be missing", "return xs?.some(g);", [".some(…)"]],
    ["a list that is made with a function", "return Array.from({ length: 9 }, (_, i) => i);", ["Array.from(…)"]],
    ["a spread list, whose length nobody knows", "for (const x of [...xs]) g(x);", ["for"]],
    ["a loop in a function within the function", "const h = () => { for (;;) g(); }; return h();", ["for"]],
  ])("%s", (_, body, expected) => {
    expect(loopsOf(body)).toEqual(expected);
  });
});

describe("What is none", () => {
  test.each<[string, string]>([
    ["recursion", "return xs.length === 0 ? 0 : xs[0] + f(xs.slice(1));"],
    ["a comment", "// for (const x of xs) g(x)\n/* xs.map(g) while (1); */ return xs;"],
    ["a string", "return \"for (const x of xs) g(x)\" + 'xs.map(g)' + `while (1)`;"],
    ["a regular expression", "return /for (;;)/.test(xs);"],
    ["a list that is written out", "for (const g of [1, 2]) h(g); return ([xs, xs] as any[]).map(g);"],
    ["a property or a type of that name", "const map: Record<string, number> = xs.map; return map.find;"],
    ["a method that takes no function", "return np.map() + xs.from(1);"],
    ["a list made of another", "return Array.from(xs);"],
  ])("%s", (_, body) => {
    expect(loopsOf(body)).toEqual([]);
  });

  test("what runs once, before any function is called", () => {
    expect(findLoops("const table = [...xs].map((x) => x);").loops).toEqual([]);
  });
});

test("a sum of very many terms is gone through as well", () => {
  const sum = `${"1 + ".repeat(50_000)}xs.map(g)`;
  expect(findLoops(`const f = () => ${sum};`).loops).toEqual([{ what: ".map(…)", line: 1, depth: 1 }]);
});

test("a loop's line is counted from the start of the source", () => {
  expect(findLoops("const f = () => {\n  g();\n\n  for (;;) g();\n};").loops).toEqual([
    { what: "for", line: 4, depth: 1 },
  ]);
});

describe("The depth of a loop", () => {
  const depthsOf = (body: string): number[] =>
    findLoops(`function f(xs: any) { ${body} }`).loops.map(({ depth }) => depth);

  test.each<[string, string, number[]]>([
    ["counts the loops around it, itself included", "for (;;) { while (1) xs.map(g); }", [1, 2, 3]],
    ["is 1 for loops one after another", "for (;;) g(); for (;;) g();", [1, 1]],
    ["is 1 for a chain of calls", "return xs.filter(g).map(g);", [1, 1]],
    ["counts a loop in what is called back", "return xs.map((x) => x.map(g));", [1, 2]],
    ["is 1 where a loop makes the list that another goes through", "for (const x of xs.map(g)) h(x);", [1, 1]],
    ["does not count a list that is written out", "for (const x of [1, 2]) for (;;) g(x);", [1]],
  ])("%s", (_, body, expected) => {
    expect(depthsOf(body)).toEqual(expected);
  });

  test("is known for the names that are used, as they may be those of helpers that loop", () => {
    const { names } = findLoops("const f = () => { a(); for (;;) { b(); for (;;) { b(); c().d; } } };");
    expect(Object.fromEntries(names)).toEqual({ f: 0, a: 0, b: 2, c: 2 });
  });
});
