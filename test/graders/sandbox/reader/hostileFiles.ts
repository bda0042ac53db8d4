/**
 * Files that cost a parser, or what follows it, much time, memory or stack. Each begins where normal submissions end.
 */
export interface HostileFile {
  name: string;
  extension: ".ts" | ".ipynb";
  content: string | Buffer;
}

const good = "function sigmoid(z: any) { return z; }\n";

/** Nests `of` as deeply as fits into a given size. */
function nested(open: string, inside: string, close: string, count: number): string {
  return open.repeat(count) + inside + close.repeat(count);
}

function many(count: number, one: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => one(i)).join("");
}

const notebook = (parts: string): string =>
  `{"nbformat":4,"cells":[{"cell_type":"code","source":${JSON.stringify(good)}}],${parts}}`;

/** Each takes the place of an expression that `sigmoid` uses. */
const expressions: Record<string, string> = {
  parentheses: nested("(", "1", ")", 100_000),
  "square brackets": nested("[", "1", "]", 100_000),
  braces: nested("{a:", "1", "}", 60_000),
  "brackets that never close": "[".repeat(200_000),
  "calls in calls": nested("f(", "1", ")", 80_000),
  "a chain of calls": `f${"()".repeat(100_000)}`,
  "a chain of members": `a${".a".repeat(150_000)}`,
  "a chain of elements": `a${"[0]".repeat(100_000)}`,
  "a chain of optional members": `a${"?.a".repeat(100_000)}`,
  "a sum": `${"1+".repeat(200_000)}1`,
  "a chain of powers": `${"1**".repeat(100_000)}1`,
  "a chain of ??": `${"a??".repeat(120_000)}a`,
  "a chain of assignments": `${"a=".repeat(150_000)}1`,
  "a chain of comparisons that could be generics": `${"a<".repeat(60_000)}1`,
  "generics in generics": `${nested("a<", "b", ">", 40_000)}(1)`,
  casts: `${"<T>".repeat(80_000)}1`,
  "casts that could be generic arrows": `${"<T>(a".repeat(2000)}1`,
  negations: `${"!".repeat(300_000)}1`,
  "minus signs": `${"- ".repeat(200_000)}1`,
  typeof: `${"typeof ".repeat(60_000)}1`,
  await: `async () => ${"await ".repeat(60_000)}1`,
  spreads: nested("[...", "[]", "]", 60_000),
  arrows: `${"a=>".repeat(120_000)}1`,
  "arrows in parameters": nested("(a=", "1", ")=>1", 45),
  "arrows in parentheses": nested("((a)=>", "1", ")", 60),
  "async arrows that may be calls": nested("async(a=", "1", ")", 40),
  conditionals: `${"a?".repeat(50_000)}1${":1".repeat(50_000)}`,
  "a chain of conditionals": `${"a?1:".repeat(100_000)}1`,
  "conditionals that may be arrows": `${"a?(b):c=>a?(b):c=>".repeat(3000)}y`,
  "conditionals in parentheses that may be arrows": nested("a?(b,", "1", "):c=>1", 60),
  "types that may be arrows": nested("(a:(b:", "c", ")=>d)=>1", 40),
  "templates in templates": nested("`${", "1", "}`", 40_000),
  "many pieces of a template": `\`${many(100_000, (i) => `$\{${i % 10}}`)}\``,
  "tagged templates": `a${"``".repeat(100_000)}`,
  "functions in functions": nested("function(){return ", "1", "}", 20_000),
  "classes in classes": nested("class{a=", "1", "}", 40_000),
  decorators: `class { ${"@a ".repeat(50_000)} b() {} }`,
  "private names": `class { ${many(30_000, (i) => `#a${i}=${i};`)} }`,
  "object patterns": `(${nested("{a:", "b", "}", 30_000)})=>b`,
  "array patterns": `([${nested("[", "b", "]", 50_000)}])=>b`,
  "new": `${"new ".repeat(100_000)}a`,
  "types in as": `1 as ${nested("[", "1", "]", 60_000)}`,
  "conditional types": `1 as ${"a extends b?".repeat(20_000)}1${":1".repeat(20_000)}`,
  "function types": `1 as ${"(a:".repeat(40)}b${")=>c".repeat(40)}`,
  keyof: `1 as ${"keyof ".repeat(60_000)}a`,
  unions: `1 as ${"a|".repeat(150_000)}a`,
  JSX: nested("<a>", "1", "</a>", 40_000),
  "a regular expression in groups": `/${nested("(", "a", ")", 60_000)}/`,
  "a regular expression with repetitions": `/${nested("(", "a", "{9}){9}", 2000)}/`,
  "a regular expression with classes": `/${"[a-z]".repeat(80_000)}/v`,
  "a number of many digits": "9".repeat(400_000),
  "a bigint of many digits": `${"9".repeat(400_000)}n`,
  "a text of many escapes": `"${"\\u{41}".repeat(60_000)}"`,
  "one long line of commas": `[${",".repeat(400_000)}]`,
  "halves of surrogates": `"${"\ud800".repeat(100_000)}"`,
};

/** In the place of statements before `sigmoid`, in it or used by it. */
const statements: Record<string, string> = {
  "else if": `function g() { ${"if (a) b; else ".repeat(25_000)} c; }`,
  blocks: `function g() ${nested("{", "", "}", 150_000)}`,
  "loops in loops": `function g() { ${"for(;;)".repeat(50_000)}; }`,
  labels: `function g() { ${many(40_000, (i) => `a${i}:`)} ; }`,
  "try in try": `function g() ${nested("{try{", "", "}catch{}}", 20_000)}`,
  "switch in switch": `function g() { ${nested("switch(a){case 1:", "", "}", 20_000)} }`,
  "many scopes with many names": `function g() { let ${many(30_000, (i) => `n${i},`)}z; ${"{let b;}".repeat(30_000)} }`,
  "many functions with many variables": `function g() { ${many(15_000, (i) => `(()=>{var v${i}})();`)} }`,
  "many parameters": `function g(${many(50_000, (i) => `p${i},`)}z) {}`,
  "an enum whose texts double": `enum g { A0 = "xxxxxxxx", ${many(27, (i) => `A${i + 1} = \`\${A${i}}\${A${i}}\`,`)} }`,
  "an enum whose texts are added": `enum g { A0 = "xxxxxxxx", ${many(27, (i) => `A${i + 1} = A${i} + A${i},`)} }`,
  "an enum of many members": `enum g { ${many(40_000, (i) => `A${i},`)} }`,
  "an enum with a long chain": `enum g { A = ${"1+".repeat(100_000)}1 }`,
  "an enum that refers to all before": `enum g { A0 = 1, ${many(8000, (i) => `B${i} = A0 + B${Math.max(0, i - 1)},`)} }`,
  "interfaces that extend": `interface I extends ${"A.".repeat(60_000)}B {}\nconst g = 1;`,
  "types of many members": `type T = {${many(40_000, (i) => `a${i}: T;`)}};\nconst g = 1;`,
  "mapped types": `type T = ${nested("{[a in ", "b", "]:c}", 20_000)};\nconst g = 1;`,
  "template types": `type T = ${nested("`${", "a", "}`", 20_000)};\nconst g = 1;`,
  overloads: `${"function g(a);".repeat(30_000)}function g() {}`,
  "an import of many names": `import { ${many(30_000, (i) => `a${i},`)} g } from "nablab";`,
  "many declarations in one": `const g = 1, ${many(40_000, (i) => `a${i}=<any>1,`)}z = 1;`,
  "lines of conditionals that may be arrows": many(140, (i) => `const b${i} = ${"a?(b):c=>a?(b):c=>".repeat(200)}y;\n`),
  "many syntax errors": ") } ] ".repeat(60_000),
  comments: `${"/**/".repeat(100_000)}const g = 1;`,
  "a comment that never ends": `const g = 1; /*${" ".repeat(400_000)}`,
  "comment lines": `${"// @ts-ignore\n".repeat(30_000)}const g = 1;`,
  "empty lines": `${"\n".repeat(400_000)}const g = 1;`,
  exports: `${"export ".repeat(60_000)}const g = 1;`,
  namespaces: `${nested("namespace a {", "", "}", 20_000)}\nconst g = 1;`,
  "magic lines": `${"%%time\n".repeat(60_000)}const g = (;`,
  "a chain of constants": `const c0 = 0; ${many(8800, (i) => `const c${i + 1} = c${i};\n`)} const g = c8800;`,
  "a chain of functions": `const c0 = 0; ${many(12_000, (i) => `const c${i + 1} = () => c${i};\n`)} const g = c12000;`,
  "names with escapes": `const g = ${"\\u0061".repeat(60_000)};`,
};

const notebooks: Record<string, string | Buffer> = {
  "brackets in the metadata": notebook(`"metadata":{"x":${nested("[", "", "]", 8_000_000)}}`),
  "objects in the metadata": notebook(`"metadata":{"x":${nested('{"a":', "1", "}", 2_000_000)}}`),
  "brackets that never close in the metadata": `{"nbformat":4,"metadata":${"[".repeat(10_000_000)}`,
  "many keys": notebook(`"metadata":{${many(400_000, (i) => `"k${i}":0,`)}"z":0}`),
  numbers: notebook(`"metadata":[${"0,".repeat(4_000_000)}0]`),
  "a long text": notebook(`"metadata":{"x":"${"x".repeat(30_000_000)}"}`),
  "escapes in a text": notebook(`"metadata":{"x":"${"\\u0041".repeat(4_000_000)}"}`),
  "brackets in a cell": `{"nbformat":4,"cells":[{"cell_type":"code","source":${nested("[", "", "]", 4_000_000)}}]}`,
  "many cells": `{"nbformat":4,"cells":[${'{"cell_type":"code","source":"1;"},'.repeat(150_000)}${JSON.stringify({ cell_type: "code", source: good })}]}`,
  "many lines in a cell": `{"nbformat":4,"cells":[{"cell_type":"code","source":[${'"\\n",'.repeat(400_000)}${JSON.stringify(good)}]}]}`,
  "cells that are none": `{"nbformat":4,"cells":[${"null,".repeat(2_000_000)}null]}`,
  "a long name of the assignment": notebook(`"metadata":{"nablab":{"assignment":"${"x".repeat(5_000_000)}"}}`),
};

const bytes: Record<string, Buffer> = {
  "UTF-16": Buffer.from(`\uFEFF${"(".repeat(200_000)}`, "utf16le"),
  "byte order marks": Buffer.from("\uFEFF".repeat(200_000) + good),
  "no text": Buffer.alloc(20_000_000, 0xff),
  zeros: Buffer.alloc(60_000_000),
  blanks: Buffer.alloc(60_000_000, 32),
  "carriage returns": Buffer.alloc(20_000_000, 13),
};

/** About a hundred, of which each is made only when it is asked for. */
export function* hostileFiles(): Generator<HostileFile> {
  for (const [name, expression] of Object.entries(expressions)) {
    yield { name, extension: ".ts", content: `const g = ${expression};\nfunction sigmoid(z: any) { return g; }\n` };
  }
  for (const [name, text] of Object.entries(statements)) {
    yield { name, extension: ".ts", content: `${text}\nfunction sigmoid(z: any) { return g; }\n` };
  }
  for (const [name, content] of Object.entries(notebooks)) yield { name, extension: ".ipynb", content };
  for (const [name, content] of Object.entries(bytes)) yield { name, extension: ".ts", content };
}
