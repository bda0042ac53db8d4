import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { folderOf } from "../../../graders/course/folderOf";
import { highlight } from "../../../graders/report/html/highlight";
import { tokensOf } from "../../../graders/report/html/tokensOf";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";

/** Marked pieces as `[k:return]`, with HTML's escapes turned back into characters. */
function marked(source: string): string {
  return highlight(source)
    .text.replaceAll(/<span class="(.)">(.*?)<\/span>/gs, "[$1:$2]")
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

test.each([
  ["a keyword", "return x;", "[k:return] x;"],
  ["a number", "x = 0.5;", "x = [n:0.5];"],
  ["a string", 'f("<b>");', 'f([s:"<b>"]);'],
  ["a comment before a token", "// why\nx;", "[c:// why]\nx;"],
  ["a comment behind one", "x; // why", "x; [c:// why]"],
  ["a comment with tags", "/** @param x a number */\nf(x);", "[c:/** @param x a number */]\nf(x);"],
  ["a template, around what is in it", "f(`a $" + "{this.b} c`);", "f([s:`a $" + "{][k:this].b[s:} c`]);"],
])("%s is marked", (_, source, expected) => {
  expect(marked(source)).toBe(expected);
});

test("markup in code is text", () => {
  expect(highlight('f("<script>")').text).not.toContain("<script>");
});

test("nothing is lost of code that is broken", () => {
  const source = "function f( { return `a $" + "{ ; // end";
  expect(marked(source).replaceAll(/\[.:(.*?)\]/g, "$1")).toBe(source);
});

test.each([
  ["a regular expression with a quote", 'x.replace(/["/]/g, "");', 'x.replace([s:/["/]/g], [s:""]);'],
  ["a division", "a / b / 2;", "a / b / [n:2];"],
  ["a division behind a call", "f(a) / 2; // c", "f(a) / [n:2]; [c:// c]"],
  ["a template in a template", "`a@{`b@{1}`}c` + 1;", "[s:`a@{][s:`b@{][n:1][s:}`][s:}c`] + [n:1];"],
  ["an object in a template", "`@{{ a: 1 }}`;", "[s:`@{]{ a: [n:1] }[s:}`];"],
  ["a property that is called like a keyword", "a.delete(b, { in: 1 });", "a.delete(b, { in: [n:1] });"],
  ["a type", "const a: number = b as string;", "[k:const] a: number = b [k:as] [k:string];"],
  ["an escaped quote", "'a\\'b';", "[s:'a\\'b'];"],
])("%s is told from what looks like it", (_, source, expected) => {
  const code = (text: string): string => text.replaceAll("@{", "${");
  expect(marked(code(source))).toBe(code(expected));
});

/** The compiler's own classification of keywords, numbers, texts and comments. */
function tokensOfCompiler(source: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, source);
  const found: string[] = [];
  let before = ts.SyntaxKind.Unknown;
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; before = kind, kind = scanner.scan()) {
    const isWord = kind >= ts.SyntaxKind.FirstReservedWord && kind <= ts.SyntaxKind.LastReservedWord;
    // The scanner does not know that the `var` of `np.var` is a name.
    const isReserved = isWord && before !== ts.SyntaxKind.DotToken;
    if (isReserved || kind === ts.SyntaxKind.NumericLiteral || kind === ts.SyntaxKind.StringLiteral) {
      found.push(`${scanner.getTokenStart()}-${scanner.getTokenEnd()}`);
    }
  }
  return found;
}

test("what the compiler sees in the course's solutions is marked", () => {
  const solutions = assignments.map((assignment) =>
    readFileSync(join(folderOf(ownCourse, assignment), "staff/solution.ts"), "utf8").replaceAll(/`[^`]*`/g, '""'),
  );
  const missed = solutions.map((source) => {
    const ours = new Set(tokensOf(source).map(({ from, to }) => `${from}-${to}`));
    return tokensOfCompiler(source).filter((token) => !ours.has(token)).length;
  });
  expect(missed).toEqual(solutions.map(() => 0));
});

test.each([
  ["brackets", "[".repeat(250_000)],
  ["templates in templates", "`${".repeat(150_000)],
  ["slashes", "/a".repeat(250_000)],
  ["slashes after operators, in one line", "=/a".repeat(50_000)],
  ["classes that begin, in one line", "=/[".repeat(150_000)],
  ["quotes", '"'.repeat(500_000)],
  ["comments that begin", "/*".repeat(250_000)],
  ["one word", "a".repeat(500_000)],
  ["contextual words and blanks", `as${" ".repeat(1000)}`.repeat(500)],
])("half a megabyte of %s takes no time and no stack", (_, source) => {
  const start = performance.now();
  expect(tokensOf(source).every(({ from, to }) => from < to)).toBe(true);
  expect(performance.now() - start).toBeLessThan(2000);
});
