import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { repositoryFiles, root } from "./files";

interface Import {
  from: string;
  to: string;
}

/** Every import of a program file; relative ones are resolved to paths from the root. */
function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(root, file), "utf8");
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => ({
    from: file,
    to: fileName.startsWith(".") ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
  }));
}

const sources = repositoryFiles().filter(
  (file) => /^(src|graders)\/.*\.(ts|js)$/.test(file) && !/^src\/assignments\/[^/]+\/notebook\.ts$/.test(file),
);
const imports = sources.flatMap(importsOf);

function offending(rule: (edge: Import) => boolean): string[] {
  return imports.filter(rule).map(({ from, to }) => `${from} -> ${to}`);
}

it("reads the imports of the whole library", () => {
  expect(imports.length).toBeGreaterThan(30);
});

it("never imports graders/ or test/ from src/", () => {
  expect(offending(({ from, to }) => from.startsWith("src/") && /^(graders|test)\//.test(to))).toEqual([]);
});

it("never imports the command line from outside of it: it stands on all others", () => {
  const isInside = (file: string): boolean => file.startsWith("graders/cli/");
  expect(imports.some(({ to }) => isInside(to))).toBe(true);
  expect(offending(({ from, to }) => isInside(to) && !isInside(from))).toEqual([]);
});

it("imports nothing into core/: only np/ joins its functions and random's", () => {
  expect(offending(({ from, to }) => from.startsWith("src/core/") && !to.startsWith("src/core/"))).toEqual([]);
  expect(offending(({ from, to }) => from.startsWith("src/random/") && !/^src\/(core|random)\//.test(to))).toEqual([]);
});

it("hands arrays out with their methods: only core/ and np/ look behind core/NDArray", () => {
  const bare = /^src\/core\/(array|methods)(\/|$)/;
  expect(offending(({ from, to }) => bare.test(to) && !/^src\/(core|np)\//.test(from))).toEqual([]);
});

it("imports the list of assignments in src/index.ts alone, and the signatures in check(): all others are handed a course", () => {
  const registry = /^src\/assignments(\/index)?$/;
  expect(
    offending(({ to }) => registry.test(to))
      .map((edge) => edge.split(" ")[0])
      .sort(),
  ).toEqual(["src/index.ts", "src/notebook/check.ts"]);
});

it("never imports staff/ from outside a staff folder: solutions are loaded by name, by those who may", () => {
  expect(offending(({ from, to }) => to.includes("/staff/") && !from.includes("/staff/"))).toEqual([]);
});

it("uses Node's own modules, and packages that need them, in src/ only in kernel/node/: all else runs in a browser", () => {
  const node = new RegExp(`^node:|^(${[...builtinModules, "zeromq"].join("|")})(/|$)`);
  const isNodes = (file: string): boolean => file.startsWith("src/kernel/node/");
  expect(offending(({ from, to }) => isNodes(from) && node.test(to)).length).toBeGreaterThan(20);
  expect(offending(({ from, to }) => from.startsWith("src/") && node.test(to) && !isNodes(from))).toEqual([]);
  expect(offending(({ from, to }) => from.startsWith("src/") && isNodes(to) && !isNodes(from))).toEqual([]);
});

/** What the sandbox's processes are made of, and what each folder may import; `wire` is the protocol between them. */
const rooms: Record<string, RegExp> = {
  wire: /^graders\/sandbox\/wire\/|^node:(fs|buffer)$/,
  child: /^graders\/sandbox\/(child|wire)\/|^node:(fs|vm|buffer)$|^internal\//,
  realm:
    /^graders\/sandbox\/(realm|wire)\/|^src\/((check|core|random|datasets|tf)\/|notebook\/(timeit|totalOf)$|(np|tf)$|words\/realmWords$)|^buffer\/$/,
  referee: /^graders\/sandbox\/(referee|wire)\/|^src\/((check|core|random|datasets|tf)\/|np$|words\/realmWords$)/,
  reader: /^graders\/(sandbox\/(reader|wire)|extract)\/|^src\/words\/|^node:(fs|v8|vm)$/,
  launcher: /^graders\/sandbox\/(launcher|wire)\/|^node:/,
  host: /^graders\/sandbox\/(host|wire|launcher)\/|^graders\/(places\/|course\/folderOf$|text\/hashOf$)|^src\/(check\/(contract|Stop)$|words\/)|^src\/kernel\/node\/places\/|^node:|^esbuild$/,
};

it("keeps each process of the sandbox to its own folder: what runs beside hostile code is little, and known", () => {
  const room = (file: string): string | undefined => /^graders\/sandbox\/([^/]+)\//.exec(file)?.[1];
  expect(new Set(sources.flatMap((file) => room(file) ?? []))).toEqual(new Set(Object.keys(rooms)));
  expect(
    offending(({ from, to }) => from.startsWith("graders/sandbox/") && !rooms[room(from) ?? ""]?.test(to)),
  ).toEqual([]);
});

/** These modules and everything they import, directly or indirectly. */
function reachedFrom(roots: readonly string[]): Set<string> {
  const reached = new Set(roots);
  for (const module of reached) {
    for (const { from, to } of imports) if (from === `${module}.ts` || from === `${module}/index.ts`) reached.add(to);
  }
  return reached;
}

it("brings the realm's own words beside hostile code, and no others", () => {
  const beside = /^graders\/sandbox\/(realm|referee)\//;
  const reached = reachedFrom(sources.filter((file) => beside.test(file)).map((file) => file.replace(/\.ts$/, "")));
  const tables = [...reached].filter((module) => module.startsWith("src/words/"));
  expect(tables.sort()).toEqual(["src/words/en/realm", "src/words/realmWords"]);
});

it("parses submissions nowhere but in a reader's process: only it, and what reads our own or staff's files, may parse", () => {
  const parses = /^(typescript|ts-blank-space|acorn)$|^graders\/extract\/parse\//;
  const mayParse = /^graders\/(extract\/parse|sandbox\/reader|release|authoring)\//;
  expect(offending(({ from, to }) => from.startsWith("graders/") && parses.test(to) && !mayParse.test(from))).toEqual(
    [],
  );
});
