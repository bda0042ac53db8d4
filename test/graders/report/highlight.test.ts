import { expect, test } from "vitest";
import { highlight } from "../../../graders/report/html/highlight";

/** Marked pieces as `[k:return]`, with the characters that HTML needs escaped back in place. */
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
