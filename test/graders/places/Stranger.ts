import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Why files of another user cannot be made here; undefined if they can. */
export const whyNoStranger =
  process.platform === "linux" && process.getuid?.() === 0
    ? undefined
    : "only root on Linux makes files of another user";

/** The id of `nobody` on every Linux. */
const uid = 65_534;

/** Another user of the machine, who has prepared the temporary folder. Whatever is planted leaves a mark if it runs. */
export class Stranger {
  /** As /tmp is: everybody may make files, and nobody removes another one's. */
  readonly temporary = mkdtempSync(join(tmpdir(), "nablab-stranger-"));
  /** A folder of ours in it, as somebody has who works there. */
  readonly ours = join(this.temporary, "ours");
  private readonly trace = mkdtempSync(join(tmpdir(), "nablab-trace-"));

  constructor() {
    chmodSync(this.temporary, 0o1777);
    mkdirSync(this.ours);
  }

  /** The names of what has run. */
  marks(): string[] {
    try {
      return [...new Set(readFileSync(this.markFile, "utf8").split("\n").filter(Boolean))];
    } catch {
      return [];
    }
  }

  /** Forgets what has run. */
  wipe(): void {
    rmSync(this.markFile, { force: true });
  }

  javaScript(name: string): string {
    return `require("node:fs").appendFileSync(${JSON.stringify(this.markFile)}, ${JSON.stringify(`${name}\n`)});`;
  }

  python(name: string): string {
    return `open(${JSON.stringify(this.markFile)}, "a").write(${JSON.stringify(`${name}\n`)})\n`;
  }

  shell(name: string): string {
    return `#!/bin/sh\necho '${name}' >> '${this.markFile}'\nexit 1\n`;
  }

  /** Writes a file into the temporary folder; it and the folders that are made for it are the stranger's. */
  plant(path: string, text: string, mode = 0o755): void {
    const file = join(this.temporary, path);
    const made = mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, mode);
    this.take(file);
    if (made === undefined) return;
    for (let folder = dirname(file); folder.length >= made.length; folder = dirname(folder)) this.take(folder);
  }

  /** Makes a file or a folder the stranger's. */
  take(path: string): void {
    chownSync(path, uid, uid);
  }

  leave(): void {
    for (const folder of [this.temporary, this.trace]) rmSync(folder, { recursive: true, force: true });
  }

  private get markFile(): string {
    return join(this.trace, "marks");
  }
}
