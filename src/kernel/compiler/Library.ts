import type { Files } from "./Files";

/** A directive that asks for a part of TypeScript's own library. */
const reference = /^\/\/\/ *<reference +lib="([^"]+)" *\/>.*$/gm;

/**
 * TypeScript's own library as one file: it consists of eighty, whose declarations TypeScript would put together anew for
 * every cell.
 */
export class Library {
  readonly text: string;
  /** The parts that are in the text. */
  private readonly parts = new Set<string>();
  /** Those that are modules, and stay files of their own. */
  private readonly modules = new Set<string>();

  /** @param name the part that refers to all others, such as `esnext` */
  constructor(
    name: string,
    private readonly files: Pick<Files, "libFolder" | "readFile">,
  ) {
    const text = this.collect(name);
    this.text = [...this.modules].map((module) => `/// <reference lib="${module}" />\n`).join("") + text;
  }

  /** A file without what it asks of the library, where the library has that; what remains keeps its place. */
  withoutReferences(text: string): string {
    return text.replaceAll(reference, (line, name: string) =>
      this.parts.has(name.toLowerCase()) ? " ".repeat(line.length) : line,
    );
  }

  private collect(name: string): string {
    if (this.parts.has(name) || this.modules.has(name)) return "";
    const text = this.files.readFile(`${this.files.libFolder}/lib.${name}.d.ts`) ?? "";
    const isModule = /^export\b/m.test(text);
    (isModule ? this.modules : this.parts).add(name);
    const needed = [...text.matchAll(reference)].map(([, part]) => this.collect(part.toLowerCase())).join("");
    return isModule ? needed : needed + text.replaceAll(/^\/\/\/ *<reference.*$/gm, "");
  }
}
