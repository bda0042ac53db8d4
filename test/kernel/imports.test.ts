import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CellResult, runNotebook } from "../../graders/authoring/execution/runNotebook";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "nablab-imports-"));
  write(
    "loc.ts",
    "export const v: number = 1;\nexport default 'd';\nexport function fail(): never {\n  throw new Error('in loc');\n}\n",
  );
  write("equals.ts", "const all = { k: 1 };\nexport = all;\n");
  write("half.mts", "export const half = (n: number) => n / 2;\nexport default 'm';\n");
  write("tla.mjs", "await new Promise((r) => setTimeout(r, 10)); export default 1; export const two = 2;\n");
  const manifest = { name: "own", imports: { "#util": "./util.cts" }, exports: { "./self": "./self.ts" } };
  write("package.json", JSON.stringify(manifest));
  write("util.cts", "export const u: number = 1; export const same = <T>(x: T) => <T>x;\n");
  write("self.ts", "export const s = 2;\n");
  write(
    "function.js",
    "#!/usr/bin/env node\nmodule.exports = function add(a, b) { return a + b; };\nmodule.exports.extra = 1;\n",
  );
  write("sub/index.ts", "import data from '../data.json'; export default data.n + 1;\n");
  write("module/package.json", '{ "type": "module" }');
  write("module/file.js", "export default 7; export const name = import.meta.url.slice(-14);\n");
  write("usesWaits.ts", "import { answer } from 'waits'; export const next = (answer as number) + 1;\n");
  write(
    "ca.mjs",
    "import { b } from './cb.mjs';\nexport const a = await Promise.resolve(1);\nexport const sum = () => a + b();\n",
  );
  write("cb.mjs", "import { a } from './ca.mjs';\nexport const b = () => a + 1;\n");
  write("live.mjs", "let n = 1;\nexport { n as default };\nexport function inc() { n++; }\nexport { inc as bump };\n");
  write("throws.ts", "export const t = 1;\nthrow new Error('at load');\n");
  write("waiting.mjs", "export default await Promise.resolve(3);");
  write("usesNablab.ts", "import nablab from 'nablab';\nexport const e = nablab.np.exp(0);\n");
  write("usesTla.ts", "import one, { two } from './tla.mjs';\nexport const sum: number = one + two;\n");
  write(
    "old.js",
    "exports.half = (n) => {\n  if (typeof n !== 'number') throw new TypeError('x');\n  return n / 2;\n};\n",
  );
  write(
    "new.js",
    "import { v } from './loc.ts';\nexport const w = v + 1;\nexport const where = import.meta.filename;\n",
  );
  write("lazy.cjs", "exports.load = () => import('./loc.ts');\n");
  write("data.json", '{ "n": 1 }');
  write("circle.ts", "import { b } from './circle2';\nexport const a = 1;\nexport const sum = () => a + b();\n");
  write("circle2.ts", "import { a } from './circle';\nexport const b = () => a + 1;\n");
  write("broken.js", "exports.a = 1;\nexports.b = ;\n");
  write(
    "node_modules/esm/package.json",
    JSON.stringify({ name: "esm", type: "module", exports: "./i.js", types: "./i.d.ts" }),
  );
  write("node_modules/esm/i.js", "export const chunk = (n) => [n];\nexport default 'esm';\n");
  write(
    "node_modules/esm/i.d.ts",
    "export declare const chunk: (n: number) => number[];\ndeclare const d: string; export default d;\n",
  );
  write(
    "node_modules/waits/package.json",
    JSON.stringify({ name: "waits", type: "module", exports: { import: "./i.js" } }),
  );
  write("node_modules/waits/i.js", "await null;\nexport const answer = 42;\nexport default 'w';\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

const run = (cells: string[]): Promise<CellResult[]> => runNotebook(cells, { directory: folder, keepGoing: true });
const shown = ({ evalue, result, text }: CellResult) => evalue ?? `${text}${result?.["text/plain"] ?? ""}`;

/** Cells, each by itself, and what it shows. */
const cells: [code: string, shown: string | RegExp][] = [
  ["const m1 = await import('nablab'); typeof m1.np", /'object'|'function'/],
  ["const m2 = await import('node:os'); typeof m2.EOL + typeof m2.default.EOL", "'stringstring'"],
  ["const m3 = await import('./loc'); m3.v", "1"],
  ["const m4 = await import('./loc.ts'); m4.v", "1"],
  ["(await import('./loc.ts')).default.toUpperCase()", "'D'"],
  ["(await import('./sub')).default + 1", "3"],
  ["const equals = await import('./equals'); equals.k + 1", "2"],
  ["const m5 = await import('esm'); [m5.chunk(1), m5.default]", "[ [ 1 ], 'esm' ]"],
  ["const m6 = await import('./half.mjs'); [m6.half(3), m6.default]", "[ 1.5, 'm' ]"],
  ["const m7 = await import('./data.json', { with: { type: 'json' } }); m7.default.n", "1"],
  ["const m8 = await import('./tla.mjs'); [m8.default, m8.two]", "[ 1, 2 ]"],
  ["const name9 = './loc'; const m9 = await import(name9); m9.v", "1"],
  ["const m10 = await import('data:text/javascript,export default 3' as string); m10.default", "3"],
  ["await import('./loc') === await import('./loc') ? 'same' : (await import('./loc')).v", /'same'|1/],
  ["const l12 = require('./lazy.cjs'); (await l12.load()).v", "1"],
  ["import { v as v13 } from './loc.ts'; v13", "1"],
  ["import { half as half14 } from './half.mjs'; half14(3)", "1.5"],
  ["import { half as half15 } from './half.mts'; half15(3)", "1.5"],
  ["import data16 from './data.json' with { type: 'json' }; data16.n", "1"],
  ["import data17 from './data.json'; data17.n", "1"],
  ["import one18, { two } from './tla.mjs'; [one18, two]", "[ 1, 2 ]"],
  ["import { sum as sum19 } from './usesTla'; sum19", "3"],
  ["import { w, where } from './new.js'; [w, where.endsWith('new.js')]", "[ 2, true ]"],
  ["import d21, { answer } from 'waits'; [d21, answer]", "[ 'w', 42 ]"],
  ["(await import('waits')).answer", "42"],
  ["import { sum as sum23 } from './circle'; sum23()", "3"],
  ["import nablab23 from 'nablab'; nablab23.np.exp(0)", "1"],
  ["import { e } from './usesNablab'; e", "1"],
  ["import * as all24 from 'esm'; all24.chunk(2)", "[ 2 ]"],
  ["[import.meta.dirname === __dirname, import.meta.filename === __filename]", "[ true, true ]"],
  ["new URL('./loc.ts', import.meta.url).pathname === __dirname + '/loc.ts'", "true"],
  ["import.meta.resolve('esm').endsWith('esm/i.js')", "true"],
  ["const f28 = () => import('./loc'); (await f28()).v", "1"],
  [
    "const { writeFileSync: save } = require('node:fs'); save('own.js', 'exports.n = 1'); const n1 = require('./own.js').n;\n" +
      "save('own.js', 'exports.n = 22'); [n1, require('./own.js').n, (await import('./own.js' as string)).n]",
    "[ 1, 22, 22 ]",
  ],
  ["await import('./nowhere.js' as string)", /Cannot find module/],
  ["import { u, same } from './util.cts'; same(u)", "1"],
  ["import { u as u2 } from '#util'; u2", "1"],
  ["import { s } from 'own/self'; s", "2"],
  ["import add from './function.js'; [(add as any)(3, 4), require('./function.js').extra]", "[ 7, 1 ]"],
  ["const add2 = await import('./function.js'); (add2 as any).default(5, 6)", "11"],
  ["import index from './sub'; index", "2"],
  ["const m: any = await import('./module/file.js'); [m.default, m.name]", "[ 7, 'module/file.js' ]"],
  ["import { next } from './usesWaits'; [next, (await import('./usesWaits')).next]", "[ 43, 43 ]"],
  ["import { sum as sumC } from './ca.mjs'; [sumC(), (await import('./cb.mjs') as any).b()]", "[ 3, 2 ]"],
  ["import live, { inc, bump } from './live.mjs'; inc(); bump(); live", "3"],
  ["import { t } from './throws'; t", "at load"],
  ["require('./waiting.mjs')", /^waiting\.mjs waits at its top level, and `require` cannot wait/],
  ["import waited from './waiting.mjs'; [waited, require('./waiting.mjs').default]", "[ 3, 3 ]"],
  ["require('./broken.js')", /broken\.js, line 2: Expression expected/],
  ["export { join } from 'node:path'; export * as osys from 'node:os'; export * from './half.mts';", ""],
  ["[join('a', 'b'), typeof osys.EOL, half(5)]", "[ 'a/b', 'string', 2.5 ]"],
  ["export { join } from 'node:path'; export { v as renamed } from './loc';", ""],
  ["const join = 5; [join, renamed]", "[ 5, 1 ]"],
  [
    "import { v as v35 } from './loc'; export { v35 as again }; const own35 = 1; export { own35, own35 as other35 };",
    "",
  ],
  ["[again, own35, other35]", "[ 1, 1, 1 ]"],
  ["const again = 2; import { v as v35 } from './loc'; export { v35 as other35 };", ""],
  ["[again, other35]", "[ 2, 1 ]"],
  ["export type { Stats } from 'node:fs'; export { type Dirent, existsSync as has } from 'node:fs';", ""],
  ["const dirent: Dirent | Stats | undefined = undefined; [dirent, typeof has]", "[ undefined, 'function' ]"],
];

it("imports whatever Node and TypeScript can, from beside the notebook, without a warning", async () => {
  const results = await run(cells.map(([code]) => code));
  const expected = cells.map(([code, text]) => [code, typeof text === "string" ? text : expect.stringMatching(text)]);
  expect(cells.map(([code], index) => [code, shown(results[index])])).toEqual(expected);
  expect(results.flatMap(({ outputs }) => outputs.filter(({ type }) => type === "stream"))).toEqual([]);
}, 90_000);

/** What a file holds that exports `n`, by its extension. */
const contents: Record<string, (n: number) => string> = {
  js: (n) => `exports.n = ${n};`,
  cjs: (n) => `exports.n = ${n};`,
  mjs: (n) => `export const n = ${n};`,
  ts: (n) => `export const n: number = ${n};`,
  mts: (n) => `export const n: number = ${n};`,
  json: (n) => `{ "n": ${n} }`,
  "d.ts": (n) => `export declare const n: ${n};`,
};

/** A cell that writes a file. */
const writing = (file: string, text: string) =>
  `require("node:fs").writeFileSync(${JSON.stringify(path.join(folder, file))}, ${JSON.stringify(text)});`;

it("loads local files again after an edit, with what imports them, and nothing else", async () => {
  write("counter.ts", "export const state = { count: 0 };");
  const extensions = ["js", "cjs", "mjs", "ts", "mts", "json"];
  const results = await run([
    "import { state } from './counter'; state.count = 5;",
    ...extensions.flatMap((extension) => {
      const file = `./edited-${extension}.${extension}`;
      const around = `import * as inner from "${file}";\nexport const around = () => (inner as any).n;`;
      write(`around-${extension}.ts`, around);
      write(file, contents[extension](1));
      const use = `import { n } from "${file}"; import { around } from "./around-${extension}"; [n, around()]`;
      const inJson = extension === "json" ? ".default" : "";
      return [
        use,
        writing(file, contents[extension](22)),
        use,
        `import { state } from './counter'; [(await import("${file}"))${inJson}.n, state.count]`,
      ];
    }),
  ]);
  expect(results.slice(1).map(shown)).toEqual(extensions.flatMap(() => ["[ 1, 1 ]", "", "[ 22, 22 ]", "[ 22, 5 ]"]));
}, 60_000);

it("shows the file and the line of an error in a local helper", async () => {
  write("typed.js", "exports.n = 1;");
  write("typed.d.ts", contents["d.ts"](1));
  const results = await run([
    "import { half } from './old.js'; half('x' as any)",
    "import { fail } from './loc'; fail()",
    "const late = await import('./old.js'); late.half('x')",
    // Declarations are read again, too.
    "import { n } from './typed.js'; const one: 1 = n;",
    writing("typed.d.ts", contents["d.ts"](22)),
    "import { n } from './typed.js'; const two: 22 = n;",
  ]);
  expect(results.slice(3).map(({ status }) => status)).toEqual(["ok", "ok", "ok"]);
  const [inJs, inTs, dynamic] = results.map(({ traceback = [] }) => stripVTControlCharacters(traceback.join("\n")));
  expect(inJs).toMatch(/> 2 \|\s+if \(typeof n[\s\S]*at half \(old\.js:2:36\)\n\s+at Cell \[1\]:1:38/);
  expect(inTs).toContain("at fail (loc.ts:4:9)");
  expect(dynamic).toContain("old.js:2:");
}, 60_000);
