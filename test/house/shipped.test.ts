import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts50 from "@tslab/typescript-for-tslab";
import { beforeAll, expect, it } from "vitest";
import { root } from "./files";

const dist = path.join(root, "dist");

beforeAll(() => {
  if (!existsSync(path.join(dist, "index.js"))) throw new Error("dist/ is missing: run `npm run build`");
});

it("ships nothing from staff/ to learners", () => {
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => file.split(path.sep).includes("staff"))).toEqual([]);
  const mentions = files
    .filter((file) => file.endsWith(".js") && readFileSync(path.join(dist, file), "utf8").includes("BEGIN SOLUTION"))
    .filter((file) => !file.startsWith("demo"));
  expect(mentions).toEqual([]);
});

it("has declarations that the kernel's TypeScript 5.0 reads with node10 resolution", () => {
  const cell = path.join(root, "notebooks/cell.ts");
  const text = `import { np } from "nablab";
  const s: number = np.sum(np.zeros([2, 3]));
  const chained: number = np.random.randn(2, 3).T.exp().add(1).sum();
  const wrong: string = s;
  `;
  const options = {
    strict: true,
    noEmit: true,
    module: ts50.ModuleKind.CommonJS,
    moduleResolution: ts50.ModuleResolutionKind.Node10,
    target: ts50.ScriptTarget.ES2022,
    types: [],
  };
  const host = ts50.createCompilerHost(options);
  const readFile = host.readFile;
  const fileExists = host.fileExists;
  host.readFile = (name) => (name === cell ? text : readFile(name));
  host.fileExists = (name) => name === cell || fileExists(name);
  const program = ts50.createProgram([cell], options, host);
  const diagnostics = ts50
    .getPreEmitDiagnostics(program)
    .map((d) => ts50.flattenDiagnosticMessageText(d.messageText, " "));
  expect(diagnostics).toEqual(["Type 'number' is not assignable to type 'string'."]);
});
