import ts from "typescript";
import { adjustExports } from "./adjustExports";
import { captureLastExpression } from "./captureLastExpression";
import type { Files } from "./Files";
import { importInsteadOfExporting } from "./importInsteadOfExporting";
import { PackageCache } from "./PackageCache";
import { promptType } from "./promptType";
import { replaceImports } from "./replaceImports";
import { webAssemblyTypes } from "./webAssemblyTypes";

/** Strict checking. `Node16` resolution reads CommonJS and ESM packages. */
const common: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ["lib.esnext.d.ts"],
  module: ts.ModuleKind.Node20,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  strict: true,
  esModuleInterop: true,
  resolveJsonModule: true,
  // `./x.ts` is what Node itself asks for.
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  sourceMap: true,
};

/**
 * What the language service sees: files, and cells, which exist only in memory.
 *
 * The current cell is a root file. Its name never changes, so that TypeScript reuses what it knows about
 * everything else; cells that have run are kept under other names, and imported.
 */
export class CellHost implements ts.LanguageServiceHost {
  readonly currentCell: string;
  /** The file with declarations that every cell sees. */
  private readonly globals: string;
  /** The modules that the cell compiled last requires where it imports them. */
  required: string[] = [];
  private readonly directory: string;
  private readonly packages: PackageCache;
  private readonly options: ts.CompilerOptions;
  /** The folder with the declarations of `nablab`. */
  private readonly library: string | undefined;
  private readonly cells = new Map<string, { text: string; version: number }>();

  constructor(
    directory: string,
    private readonly files: Files,
  ) {
    this.directory = directory.replaceAll("\\", "/");
    // .cts: a CommonJS module wherever the notebook is, even in a package with `"type": "module"`.
    this.currentCell = `${this.directory}/__cell__.cts`;
    const [index] = files.options.paths?.nablab ?? [];
    this.library = index?.slice(0, index.lastIndexOf("/") + 1);
    this.options = { ...common, ...files.options };
    this.packages = new PackageCache(this.directory, this.options, files);
    this.globals = `${this.directory}/__globals__.d.ts`;
    this.setCell(this.globals, webAssemblyTypes + promptType);
    this.setCell(this.currentCell, "");
  }

  setCell(file: string, text: string): void {
    this.cells.set(file, { text, version: (this.cells.get(file)?.version ?? 0) + 1 });
  }

  /** Where the text of a cell that has run is kept. */
  cellFile(cell: number): string {
    return `${this.directory}/__cell-${cell}__.cts`;
  }

  /** Whether a file is the learner's own, rather than a package's or a cell, and may have been edited. */
  isLocal(file: string): boolean {
    if (this.cells.has(file) || file.includes("/node_modules/")) return false;
    return ![this.library, this.files.libFolder].some((folder) => folder !== undefined && file.startsWith(folder));
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
        ts.resolveModuleName(name.text, file, this.options, this, undefined, redirected, mode);
      const found = look(ts.getModeForUsageLocation(source, name, this.options));
      if (found.resolvedModule) return found;
      // Some packages can be found only by `import`. Cells compile to `require`, which loads those in Node, too. And a
      // local file is found without its extension by `import(…)`, too.
      const other = look(ts.ModuleKind.ESNext);
      return other.resolvedModule ? other : look(ts.ModuleKind.CommonJS);
    });
  }

  /** Lets TypeScript keep the package.json files that say which files are ES modules. */
  getModuleResolutionCache(): ts.ModuleResolutionCache {
    return this.packages.resolutions;
  }

  getCompilationSettings(): ts.CompilerOptions {
    return this.options;
  }

  getScriptFileNames(): string[] {
    return [this.currentCell, this.globals, ...this.files.roots];
  }

  getScriptVersion(file: string): string {
    const cell = this.cells.get(file);
    if (cell) return String(cell.version);
    return this.isLocal(file) ? String(this.files.modified(file)) : "";
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
    return `${this.files.libFolder}/${ts.getDefaultLibFileName(this.options)}`;
  }

  getCustomTransformers(): ts.CustomTransformers {
    this.required = [];
    return {
      before: [captureLastExpression(this.currentCell), importInsteadOfExporting(this.currentCell), replaceImports],
      after: [adjustExports(this.required)],
    };
  }

  private isPackageFile(file: string): boolean {
    return !this.cells.has(file) && !this.isLocal(file);
  }

  fileExists(file: string): boolean {
    return this.cells.has(file) || this.files.fileExists(file);
  }

  readFile(file: string): string | undefined {
    return this.cells.get(file)?.text ?? this.files.readFile(file);
  }

  directoryExists(directory: string): boolean {
    return this.files.directoryExists(directory);
  }

  getDirectories(directory: string): string[] {
    return this.files.getDirectories(directory);
  }

  readDirectory(...args: Parameters<Files["readDirectory"]>): string[] {
    return this.files.readDirectory(...args);
  }

  realpath(file: string): string {
    return this.cells.has(file) ? file : this.files.realpath(file);
  }
}
