import { readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { Library } from "../../src/kernel/compiler/Library";

const libFolder = path.dirname(ts.getDefaultLibFilePath({}));
const read: string[] = [];
const readFile = (file: string) => {
  read.push(file);
  return ts.sys.readFile(file);
};
const library = new Library("esnext", { libFolder, readFile });

/** The names of what a file declares at its top level, as often as it does. */
function declared(text: string): string[] {
  const file = ts.createSourceFile("lib.d.ts", text, ts.ScriptTarget.ESNext);
  const named = file.statements.flatMap((statement): readonly ts.Node[] =>
    ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement],
  );
  return named.map((node) => (node as ts.DeclarationStatement).name?.getText(file) ?? "").sort();
}

describe("the library", () => {
  it("has each declaration of its parts, once, and refers to those that are modules", () => {
    const parts = readdirSync(libFolder).filter(
      (name) => /^lib\.(?:es|decorators).*(?<!full)\.d\.ts$/.test(name) && name !== "lib.es6.d.ts",
    );
    const texts = parts.map((name) => ts.sys.readFile(path.join(libFolder, name)) ?? "");
    const scripts = texts.filter((text) => !/^export\b/m.test(text));
    expect(declared(library.text)).toEqual(scripts.flatMap(declared).sort());
    expect(new Set(read).size).toBe(read.length);
    expect(library.text.match(/<reference lib="[^"]+"/g)).toHaveLength(texts.length - scripts.length);
  });

  it("takes the directives out of a file that ask for its parts, and no others; what follows keeps its place", () => {
    const file = '/// <reference lib="es2020" />\n/// <reference lib="dom" />\n/// <reference types="node" />\nlet x;';
    const without = library.withoutReferences(file);
    expect(without.trim()).toBe(file.slice(file.indexOf("\n") + 1));
    expect(without.indexOf("let x")).toBe(file.indexOf("let x"));
  });
});
