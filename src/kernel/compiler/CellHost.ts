import path from "node:path";
import ts from "typescript";
import { packageRoot } from "../packageRoot";
import { foreignPackages } from "../places/foreignPackages";
import { captureLastExpression } from "./captureLastExpression";
import { PackageCache } from "./PackageCache";

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
  // Found wherever the notebook is, even with no node_modules nearby.
  paths: { nablab: [path.join(packageRoot, "dist/index.d.ts").replaceAll("\\", "/")] },
  types: ["node"],
  typeRoots: [path.dirname(path.dirname(require.resolve("@types/node/package.json")))],
};

/**
 * What the language service sees: files on disk, and cells, which exist only in memory.
 *
 * There is one root file, the current cell. Its name never changes, so that TypeScript reuses what it knows about
 * everything else; cells that have run are kept under other names, and imported.
 */
export class CellHost implements ts.LanguageServiceHost {
  readonly currentCell: string;
  private readonly directory: string;
  private readonly packages: PackageCache;
  private readonly isForeign: (path: string) => boolean;
  private readonly cells = new Map<string, { text: string; version: number }>();

  constructor(directory: string) {
    this.directory = directory.replaceAll("\\", "/");
    // .cts: a CommonJS module wherever the notebook is, even in a package with `"type": "module"`.
    this.currentCell = `${this.directory}/__cell__.cts`;
    this.isForeign = foreignPackages(directory, packageRoot);
    this.packages = new PackageCache(this.directory, options);
    this.setCell(this.currentCell, "");
  }

  setCell(file: string, text: string): void {
    this.cells.set(file, { text, version: (this.cells.get(file)?.version ?? 0) + 1 });
  }

  /** Where the text of a cell that has run is kept. */
  cellFile(cell: number): string {
    return `${this.directory}/__cell-${cell}__.cts`;
  }

  /** Whether a file is the learner's own, rather than a package's or a cell. */
  isLocalSource(file: string): boolean {
    return !this.cells.has(file) && !file.endsWith(".d.ts") && !file.includes("/node_modules/");
  }

  /** A package's imports do not change; those of cells and local files are resolved every time. */
  resolveModuleNameLiterals(
    names: readonly ts.StringLiteralLike[],
    file: string,
    redirected: ts.ResolvedProjectReference | undefined,
    _options: ts.CompilerOptions,
    source: ts.SourceFile,
  ): readonly ts.ResolvedModuleWithFailedLookupLocations[] {
    if (this.isPackageFile(file)) return this.packages.resolve(names, source, this);
    return names.map((name) => {
      const look = (mode: ts.ResolutionMode) =>
        ts.resolveModuleName(name.text, file, options, this, undefined, redirected, mode);
      const found = look(ts.getModeForUsageLocation(source, name, options));
      // Some packages can be found only by `import`. Cells compile to `require`, which loads those in Node, too.
      return found.resolvedModule ? found : look(ts.ModuleKind.ESNext);
    });
  }

  /** Lets TypeScript keep the package.json files that say which files are ES modules. */
  getModuleResolutionCache(): ts.ModuleResolutionCache {
    return this.packages.resolutions;
  }

  getCompilationSettings(): ts.CompilerOptions {
    return options;
  }

  getScriptFileNames(): string[] {
    return [this.currentCell];
  }

  getScriptVersion(file: string): string {
    const cell = this.cells.get(file);
    if (cell) return String(cell.version);
    return this.isLocalSource(file) ? String(ts.sys.getModifiedTime?.(file)?.getTime()) : "";
  }

  getScriptSnapshot(file: string): ts.IScriptSnapshot | undefined {
    if (this.isPackageFile(file)) return this.packages.snapshot(file);
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

  private isPackageFile(file: string): boolean {
    return !this.cells.has(file) && !this.isLocalSource(file);
  }

  fileExists(file: string): boolean {
    return this.cells.has(file) || ts.sys.fileExists(file);
  }

  readFile(file: string): string | undefined {
    return this.cells.get(file)?.text ?? ts.sys.readFile(file);
  }

  /** A `node_modules` folder that the engine passes over does not exist for the types either. */
  directoryExists(directory: string): boolean {
    if (directory.endsWith("/node_modules") && this.isForeign(directory)) return false;
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
