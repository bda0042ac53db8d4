import { describe, expect, test } from "vitest";
import { extract } from "../../../../graders/extract/parse/extract";
import { refuseDisguised } from "../../../../graders/extract/parse/refuseDisguised";

const read = (source: string) => extract([{ number: 4, source }], ["f"]);

describe("An import in an expression is refused, with its place", () => {
  test.each([
    ["of a module", 'const f = () => import("nablab");', "import(nablab)"],
    ["of its source", 'const f = () => import.source("nablab");', "import.source(nablab)"],
    ["that is deferred", 'const f = () => import.defer("fs");', "import.defer(fs)"],
    ["with options", 'const f = () => import("fs", { with: { type: "json" } });', "import(fs)"],
    ["of a name that is put together", 'const f = () => import("f" + "s");', 'import("f" + "s")'],
    ["over lines, with comments", "const f = () => import /* a */\n// b\n(`fs`);", "import(fs)"],
    ["of its source, over lines", 'const f = () => import\n.\nsource("fs");', "import.source(fs)"],
    ["of what is known of the module", "const f = () => import.meta;", "import.meta"],
    ["in a template", "const f = () => `a$" + '{import("fs")}`;', "import(fs)"],
    ["in a default", 'const f = (a = import("fs")) => a;', "import(fs)"],
    ["in a class", 'class f { static x = import("fs"); }', "import(fs)"],
    ["in an enum", 'enum f { A = import("fs") as any }', "import(fs)"],
    ["in a helper", 'const h = async () => await import("fs"); const f = () => h();', "import(fs)"],
    ["behind a cast", 'const f = () => <any>import("fs");', "import(fs)"],
    ["of a name that is asked for with an escape", 'const f = () => requ\\u0069re("fs");', "fs"],
  ])("%s", (_, source, module) => {
    expect(() => read(source)).toThrow(
      `imports "${module}" in code cell 4, line 1; graded code may import "nablab" only`,
    );
  });
});

describe("The word is ordinary", () => {
  test.each([
    ["in a text", 'const f = () => "import(fs) <!-- a --> b";'],
    ["in a template", 'const f = () => `import("fs")`;'],
    ["in a comment", '// import("fs") <!-- a\n/* --> import.meta\n  --> b */ const f = () => 1;'],
    ["in a regular expression", "const f = (a: string) => /import\\(<!--/.test(a);"],
    ["as a property", "const f = (a: any) => a.import(1) + a.meta;"],
    ["as a part of a name", "const important = 1, f = () => important;"],
    ["in a type", 'const f = (a: import("fs").Stats) => a;'],
    ["beside a loop that counts down", "const f = (n: number) => { /* import */ while (n --> 0) ; };"],
    ["beside a comparison with a negation", "const f = (a: any, b: any) => /* import */ a < !b;"],
  ])("%s", (_, source) => {
    expect(read(source).has("f")).toBe(true);
  });
});

describe("What V8 reads in another way than the compiler is refused", () => {
  test.each([
    ["a comment that the compiler takes for operators", "const f = (a: any, b: any) => a <!--b;"],
    ["a text that is code for V8", 'const f = (a: any) => a <!-- `\n, import("fs") //`'],
    ["the same in a function", 'function f(a: any) { return 1 <!-- `\n; import("fs") //`\n}'],
    [
      "a regular expression that is code for V8",
      "function f(a: any) { a <!-- /a`\n/; return `\n$" + '{import("fs")}`; }',
    ],
  ])("%s", (_, source) => {
    expect(() => read(source)).toThrow(/^(syntax error|imports) /);
  });

  test.each([
    ["a call in what only TypeScript takes for type arguments", 'a < import("fs") > (1)'],
    ["a comment at the start of a line", "a\n--> import\n;"],
    ["the same behind another comment", "a\n/* b */ --> import\n;"],
    ["an import that stands by itself", 'import "fs";'],
  ])("%s", (_, javaScript) => {
    expect(() => refuseDisguised(javaScript, { cell: null, line: 1 })).toThrow("line 1");
  });
});
