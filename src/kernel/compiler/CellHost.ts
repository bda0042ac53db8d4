import ts from "typescript";
import { adjustExports } from "./adjustExports";
import type { CellPlace } from "./CellPlace";
import { isCellModule } from "./CellScope";
import { captureLastExpression } from "./captureLastExpression";
import type { Files } from "./Files";
import { importInsteadOfExporting } from "./importInsteadOfExporting";
import { Library } from "./Library";
import { PackageCache } from "./PackageCache";
import { promptType } from "./promptType";
import { replaceImports } from "./replaceImports";
import { webAssemblyTypes } from "./webAssemblyTypes";

/** Strict checking. `Node16` resolution reads CommonJS and ESM packages. */
const common: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
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
 * The only root files are those with the declarations that every cell sees, so that TypeScript reuses what it knows about
 * everything else. One of them refers to a cell, and that one imports others.
 */
export class CellHost implements ts.LanguageServiceHost {
  /** The file of the cell that is being compiled. */
  currentCell = "";
  /** The file with declarations that every cell sees. */
  private readonly globals: string;
  /** The modules that the cell compiled last requires where it imports them. */
  required: string[] = [];
  private readonly directory: string;
  private readonly manifest: string;
  private readonly packages: PackageCache;
  private readonly options: ts.CompilerOptions;
  /** The folder with the declarations of `nablab`. */
  private readonly library: string | undefined;
  private readonly cells = new Map<string, { text: string; version: number }>();

  constructor(
    directory: string,
    private readonly files: Files,
    private readonly place: CellPlace = {},
  ) {
    this.directory = directory.replaceAll("\\", "/");
    this.manifest = `${this.directory}/package.json`;
    const [index] = files.options.paths?.nablab ?? [];
    this.library = index?.slice(0, index.lastIndexOf("/") + 1);
    this.options = { ...common, ...files.options };
    const library = new Library("esnext", files);
    this.packages = new PackageCache(this.directory, this.options, files, library);
    this.globals = `${this.directory}/__globals__.d.ts`;
    this.setFile(this.getDefaultLibFileName(), library.text);
    this.setFile(this.globals, webAssemblyTypes + promptType);
  }

  setCell(module: string, text: string): void {
    this.setFile(this.cellFile(module), text);
  }

  makeCurrent(module: string): void {
    this.currentCell = this.cellFile(module);
  }

  /** Makes TypeScript see a cell, and what it imports. */
  makeRoot(module: string): void {
    const reference = `/// <reference path="${this.cellFile(module)}" />\n`;
    this.setFile(this.globals, reference + webAssemblyTypes + promptType);
  }

  private setFile(file: string, text: string): void {
    const known = this.cells.get(file);
    if (known?.text !== text) this.cells.set(file, { text, version: (known?.version ?? 0) + 1 });
  }

  /** .cts: a CommonJS module wherever the notebook is, even in a package with `"type": "module"`. */
  private cellFile(module: string): string {
    return `${this.directory}/${module.slice(2).replace(/\.cjs$/, ".cts")}`;
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
      if (isCellModule(name.text)) return this.findCell(name.text);
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

  private findCell(module: string): ts.ResolvedModuleWithFailedLookupLocations {
    const resolvedFileName = this.cellFile(module);
    if (!this.cells.has(resolvedFileName)) return { resolvedModule: undefined };
    return { resolvedModule: { resolvedFileName, extension: ts.Extension.Cts, isExternalLibraryImport: false } };
  }

  /** Lets TypeScript keep the package.json files that say which files are ES modules. */
  getModuleResolutionCache(): ts.ModuleResolutionCache {
    return this.packages.resolutions;
  }

  getCompilationSettings(): ts.CompilerOptions {
    return this.options;
  }

  getScriptFileNames(): string[] {
    return [this.globals, ...this.files.roots];
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
    return `${this.files.libFolder}/lib.whole.d.ts`;
  }

  getCustomTransformers(): ts.CustomTransformers {
    this.required = [];
    const { currentCell, place } = this;
    const transformers = [captureLastExpression(currentCell), importInsteadOfExporting(currentCell), replaceImports];
    return {
      before: place.transform ? [place.transform(currentCell), ...transformers] : transformers,
      after: [adjustExports(this.required)],
    };
  }

  private isPackageFile(file: string): boolean {
    return !this.cells.has(file) && !this.isLocal(file);
  }

  fileExists(file: string): boolean {
    return this.cells.has(file) || file === this.manifest || this.files.fileExists(file);
  }

  readFile(file: string): string | undefined {
    const text = this.cells.get(file)?.text ?? this.files.readFile(file);
    return file.endsWith("/package.json") && this.isLocal(file) ? asModules(text ?? "{}") : text;
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

/**
 * A package.json by which the files of its package are ES modules, if it does not say what they are: Node finds out from
 * what they contain, TypeScript would not.
 */
function asModules(manifest: string): string {
  try {
    return JSON.stringify({ type: "module", ...(JSON.parse(manifest) as object) });
  } catch {
    return manifest;
  }
}
