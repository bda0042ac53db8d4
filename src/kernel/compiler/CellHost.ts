import path from "node:path";
import ts from "typescript";
import { packageRoot } from "../packageRoot";
import { captureLastExpression } from "./captureLastExpression";

/** Strict checking, with the library types of the pinned Node. `Node16` resolution reads CommonJS and ESM packages. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ["lib.esnext.d.ts"],
  module: ts.ModuleKind.Node20,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  strict: true,
  esModuleInterop: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  sourceMap: true,
  // Known wherever the notebook is, also where no node_modules is near.
  paths: { nablab: [path.join(packageRoot, "dist/index.d.ts").replaceAll("\\", "/")] },
  types: ["node"],
  typeRoots: [path.dirname(path.dirname(require.resolve("@types/node/package.json")))],
};

/**
 * What the language service sees: files of the disk, and cells, which exist in memory only.
 *
 * There is one root file, the cell at hand. Its name never changes, so that TypeScript reuses what it knows about
 * everything else; cells that have run are kept under other names, and imported.
 */
export class CellHost implements ts.LanguageServiceHost {
  readonly currentCell: string;
  private readonly directory: string;
  private readonly cells = new Map<string, { text: string; version: number }>();

  constructor(directory: string) {
    this.directory = directory.replaceAll("\\", "/");
    // .cts: a CommonJS module wherever the notebook is, even in a package with `"type": "module"`.
    this.currentCell = `${this.directory}/__cell__.cts`;
    this.setCell(this.currentCell, "");
  }

  setCell(file: string, text: string): void {
    this.cells.set(file, { text, version: (this.cells.get(file)?.version ?? 0) + 1 });
  }

  /** Where the text of a cell that has run is kept. */
  cellFile(cell: number): string {
    return `${this.directory}/__cell-${cell}__.cts`;
  }

  /** Whether a file is the learner's own, beside the notebook, rather than a package or a cell. */
  isLocalSource(file: string): boolean {
    const inside = file.startsWith(`${this.directory}/`) && !file.includes("/node_modules/");
    return inside && !this.cells.has(file) && !file.endsWith(".d.ts");
  }

  getCompilationSettings(): ts.CompilerOptions {
    return options;
  }

  getScriptFileNames(): string[] {
    return [this.currentCell];
  }

  /** Files of packages are taken not to change while the kernel runs. */
  getScriptVersion(file: string): string {
    const cell = this.cells.get(file);
    if (cell) return String(cell.version);
    return this.isLocalSource(file) ? String(ts.sys.getModifiedTime?.(file)?.getTime()) : "";
  }

  getScriptSnapshot(file: string): ts.IScriptSnapshot | undefined {
    const text = this.readFile(file);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  }

  getCurrentDirectory(): string {
    return this.directory;
  }

  getDefaultLibFileName(): string {
    return ts.getDefaultLibFilePath(options);
  }

  getCustomTransformers(): ts.CustomTransformers {
    return { before: [captureLastExpression(this.currentCell)] };
  }

  fileExists(file: string): boolean {
    return this.cells.has(file) || ts.sys.fileExists(file);
  }

  readFile(file: string): string | undefined {
    return this.cells.get(file)?.text ?? ts.sys.readFile(file);
  }

  directoryExists(directory: string): boolean {
    return ts.sys.directoryExists(directory);
  }

  getDirectories(directory: string): string[] {
    return ts.sys.getDirectories(directory);
  }

  /** Lists what can be imported, for completion. */
  readDirectory(...args: Parameters<typeof ts.sys.readDirectory>): string[] {
    return ts.sys.readDirectory(...args);
  }

  realpath(file: string): string {
    return this.cells.has(file) ? file : (ts.sys.realpath?.(file) ?? file);
  }
}
