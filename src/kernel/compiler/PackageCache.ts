import ts from "typescript";
import type { Files } from "./Files";
import type { Library } from "./Library";

/**
 * What TypeScript would otherwise look up again for every cell: the text of the library's and the packages' files, and
 * which files these import. Assumed not to change while the kernel runs.
 */
export class PackageCache {
  private readonly snapshots = new Map<string, ts.IScriptSnapshot>();
  readonly resolutions: ts.ModuleResolutionCache;

  constructor(
    directory: string,
    private readonly options: ts.CompilerOptions,
    private readonly files: Files,
    private readonly library: Library,
  ) {
    this.resolutions = ts.createModuleResolutionCache(directory, (name) => name, options);
  }

  snapshot(file: string): ts.IScriptSnapshot | undefined {
    const known = this.snapshots.get(file);
    if (known) return known;
    const text = this.files.readFile(file);
    if (text === undefined) return undefined;
    const snapshot = ts.ScriptSnapshot.fromString(this.library.withoutReferences(text));
    this.snapshots.set(file, snapshot);
    return snapshot;
  }

  /** The files that `names` refer to in a package's file. */
  resolve(names: readonly ts.StringLiteralLike[], source: ts.SourceFile, host: ts.ModuleResolutionHost) {
    return names.map((name) => {
      const mode = ts.getModeForUsageLocation(source, name, this.options);
      return ts.resolveModuleName(name.text, source.fileName, this.options, host, this.resolutions, undefined, mode);
    });
  }
}
