import path from "node:path";
import { kernel as words } from "../../../../words/kernel";
import { helpers } from "../../../engine/helpers";
import { type CompiledFile, compileFile } from "./compileFile";
import { findLocalFile } from "./findLocalFile";
import { functionOf } from "./functionOf";
import { importMeta } from "./importMeta";
import { namespaceOf } from "./namespaceOf";
import { Packages } from "./Packages";
import { readJson } from "./readJson";
import { versionOf } from "./versionOf";

interface LocalModule {
  /** Tells one version of the file from another. */
  version: string;
  module: { exports: unknown; id: string; filename: string; loaded: boolean };
  /** Undefined for JSON. */
  compiled?: CompiledFile;
  /** The local files that it has imported. */
  readonly imported: Set<string>;
  /** Settles when the module has run; undefined for one that does so at once. */
  ready?: Promise<void>;
}

/**
 * The learner's own files: JavaScript, TypeScript and JSON beside the notebook. Unlike Node's modules, they are loaded
 * again after an edit, with what imports them; and their frames appear in stacks.
 */
export class LocalModules {
  private readonly modules = new Map<string, LocalModule>();
  private readonly packages = new Map<string, Packages>();
  private readonly compiled = new Map<string, { version: string; file: CompiledFile }>();

  /**
   * @param directory from which labels of files are written
   * @param lastUrl where Node found a name that it was asked for last
   */
  constructor(
    private readonly directory: string,
    private readonly lastUrl: (name: string) => string | undefined,
  ) {}

  /** Makes the next imports read files again that were edited, or that import one that was. */
  forgetChanged(): void {
    const stale = new Set(
      [...this.modules].filter(([file, { version }]) => versionOf(file) !== version).map(([file]) => file),
    );
    for (const file of stale) {
      for (const [importer, { imported }] of this.modules) if (imported.has(file)) stale.add(importer);
      this.modules.delete(file);
      delete require.cache[file];
    }
  }

  /** What `require(specifier)` gives in a file. */
  require(specifier: string, from: string): unknown {
    const file = findLocalFile(specifier, path.dirname(from));
    return file === undefined ? this.packagesOf(from).require(specifier) : this.requireFile(file, from);
  }

  /** The exports of a file. */
  requireFile(file: string, from?: string): unknown {
    const { module, ready } = this.load(file, from);
    if (ready && !module.loaded && !this.imports(file, from)) {
      const message = words.waitingModule(path.relative(this.directory, file));
      throw Object.assign(new Error(message), { code: "ERR_REQUIRE_ASYNC_MODULE" });
    }
    return module.exports;
  }

  /** Loads those of a file's imports that have to be awaited, the others load when required; undefined for none. */
  prepare(imports: readonly string[], from: string): Promise<void> | undefined {
    const waiting = imports.filter((specifier) => this.importWaits(specifier, from));
    return waiting.length > 0 ? this.awaitAll(waiting, from) : undefined;
  }

  private async awaitAll(specifiers: readonly string[], from: string): Promise<void> {
    for (const specifier of specifiers) {
      const file = findLocalFile(specifier, path.dirname(from));
      if (file === undefined) await this.packagesOf(from).import(specifier);
      // Files that import one another in a circle do not wait for each other.
      else if (!this.imports(file, from)) await this.load(file, from).ready;
    }
  }

  /** What `import(specifier)` gives in a file. */
  async import(specifier: string, from: string): Promise<object> {
    const file = findLocalFile(specifier, path.dirname(from));
    if (file === undefined) return this.packagesOf(from).import(specifier);
    const { ready, module, compiled } = this.load(file, from);
    await ready;
    return compiled ? namespaceOf(module.exports, compiled.isModule) : namespaceOf({ default: module.exports }, true);
  }

  packagesOf(file: string): Packages {
    const known = this.packages.get(file) ?? new Packages(file, this.lastUrl);
    this.packages.set(file, known);
    return known;
  }

  private load(file: string, from?: string): LocalModule {
    if (from !== undefined) this.modules.get(from)?.imported.add(file);
    const known = this.modules.get(file);
    if (known) return known;
    const module = { exports: {}, id: file, filename: file, loaded: false };
    const loading: LocalModule = { version: versionOf(file), module, imported: new Set() };
    this.modules.set(file, loading);
    try {
      this.run(file, loading);
    } catch (error) {
      this.modules.delete(file);
      throw error;
    }
    return loading;
  }

  private run(file: string, loading: LocalModule): void {
    const { module } = loading;
    if (file.endsWith(".json")) {
      module.exports = readJson(file);
      module.loaded = true;
      return;
    }
    loading.compiled = this.compile(file);
    const run = functionOf(file, path.relative(this.directory, file), loading.compiled);
    const { exports } = module;
    const start = () =>
      run(loading.compiled?.hasModuleSyntax ? helpers : exports, {
        exports,
        require: Object.assign((name: string) => this.require(name, file), this.packagesOf(file).nodeRequire),
        module,
        import: async (name) => this.import(String(name), file),
        meta: importMeta(file),
      });
    if (!this.waits(file)) {
      start();
      module.loaded = true;
      return;
    }
    loading.ready = (async () => {
      await this.prepare(loading.compiled?.imports ?? [], file);
      await start();
      module.loaded = true;
    })();
    loading.ready.catch(() => this.modules.delete(file));
  }

  /** Whether a file, or one that it imports, waits at its top level. */
  private waits(file: string, seen = new Set<string>()): boolean {
    if (seen.has(file) || file.endsWith(".json")) return false;
    seen.add(file);
    const { isAsync, imports } = this.compile(file);
    if (isAsync) return true;
    return imports.some((specifier) => this.importWaits(specifier, file, seen));
  }

  private importWaits(specifier: string, from: string, seen = new Set<string>()): boolean {
    const file = findLocalFile(specifier, path.dirname(from));
    return file === undefined ? this.packagesOf(from).waits(specifier) : this.waits(file, seen);
  }

  /** Whether a file that has been loaded so far imports another one, directly or indirectly. */
  private imports(file: string, other: string | undefined, seen = new Set<string>()): boolean {
    if (other === undefined || seen.has(file)) return false;
    seen.add(file);
    const imported = this.modules.get(file)?.imported ?? new Set();
    return imported.has(other) || [...imported].some((next) => this.imports(next, other, seen));
  }

  private compile(file: string): CompiledFile {
    const version = versionOf(file);
    const known = this.compiled.get(file);
    if (known?.version === version) return known.file;
    const compiled = compileFile(file);
    this.compiled.set(file, { version, file: compiled });
    return compiled;
  }
}
