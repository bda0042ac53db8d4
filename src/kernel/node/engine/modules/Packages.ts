import { createRequire } from "node:module";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { isInModulePackage } from "./isInModulePackage";
import { namespaceOf, requiredFrom } from "./namespaceOf";

/** Node's own `import`, which TypeScript would rewrite. */
const nativeImport = new Function("url", "return import(url)") as (url: string) => Promise<object>;

/** Packages and Node's modules, as one file sees them. */
export class Packages {
  readonly nodeRequire: NodeJS.Require;
  /** Modules that had to be awaited, by name. */
  private readonly awaited = new Map<string, object>();

  /** @param lastUrl where Node found a name that it was asked for last */
  constructor(
    file: string,
    private readonly lastUrl: (name: string) => string | undefined,
  ) {
    this.nodeRequire = createRequire(file);
  }

  /** As `require` does, but for modules that `await` has loaded. */
  require(name: string): unknown {
    const awaited = this.awaited.get(name);
    return awaited ? requiredFrom(awaited) : this.nodeRequire(name);
  }

  /** Whether a module waits at its top level. Loads it as far as possible. */
  waits(name: string): boolean {
    if (this.awaited.has(name) || !this.mayWait(name)) return false;
    try {
      this.nodeRequire(name);
      return false;
    } catch (error) {
      return isWaiting(error);
    }
  }

  /** As `import(…)` does. */
  async import(name: string): Promise<object> {
    if (/^(?!node:|file:)[a-z]{2,}:/.test(name)) return nativeImport(name);
    return this.load(name);
  }

  private async load(name: string): Promise<object> {
    const awaited = this.awaited.get(name);
    if (awaited) return awaited;
    try {
      return namespaceOf(this.nodeRequire(name), false);
    } catch (error) {
      if (!isWaiting(error)) throw error;
    }
    const namespace = await nativeImport(this.urlOf(name));
    this.awaited.set(name, namespace);
    return namespace;
  }

  private urlOf(name: string): string {
    return this.lastUrl(name) ?? pathToFileURL(this.nodeRequire.resolve(name)).href;
  }

  /** Only ES modules can wait. What can be found by `import` alone is one. */
  private mayWait(name: string): boolean {
    try {
      const file = this.nodeRequire.resolve(name);
      if (!isAbsolute(file) || /\.(cjs|json|node)$/.test(file)) return false;
      return file.endsWith(".mjs") || isInModulePackage(file);
    } catch {
      return true;
    }
  }
}

function isWaiting(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === "ERR_REQUIRE_ASYNC_MODULE";
}
