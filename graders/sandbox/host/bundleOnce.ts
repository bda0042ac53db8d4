import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../src/builder/folderOf";
import { writeWhole } from "./writeWhole";

const cacheFolder = join(root, "node_modules/.cache/nablab");

/** A program in one file, and the files that it was made from. */
export interface Bundle {
  text: string;
  /** Paths from the root of the repository. */
  sources: string[];
}

/** What is kept of a bundle: its file's name, and by source what {@link stampOf} says. */
interface Kept {
  file: string;
  stamps: Record<string, string>;
}

/**
 * Makes a bundle and returns its path; without making it where none of its sources has changed since the last time, as
 * that takes a fifth of a start. The file is named after its content, so that an old build is never taken for a new one.
 *
 * @param name what it is, for the file's name
 * @param id tells it from others of that name
 */
export async function bundleOnce(
  name: string,
  id: string,
  make: () => Promise<Bundle>,
  folder = cacheFolder,
): Promise<string> {
  const record = join(folder, `${name}-${hash(id)}.json`);
  const known = keptIn(record);
  if (known && existsSync(join(folder, known))) return join(folder, known);

  const started = Date.now();
  const { text, sources } = await make();
  const file = `${name}-${hash(text)}.js`;
  const path = join(folder, file);
  if (!existsSync(path)) writeWhole(path, text);
  const stamps = Object.fromEntries(sources.map((source) => [source, stampOf(source)]));
  // What was written while the bundle was made may be in it or not.
  if (sources.every((source) => isOlder(source, started))) keep(record, { file, stamps });
  return path;
}

function keep(record: string, kept: Kept): void {
  try {
    writeWhole(record, JSON.stringify(kept));
  } catch {
    // An installation that cannot be written to: then every start takes its time.
  }
}

/** The name of the bundle's file. Null when there is no record, or one of other sources. */
function keptIn(record: string): string | null {
  try {
    const { file, stamps }: Kept = JSON.parse(readFileSync(record, "utf8"));
    return Object.entries(stamps).every(([source, stamp]) => stampOf(source) === stamp) ? file : null;
  } catch {
    return null;
  }
}

/** Another one when the file has been written again, or is gone. */
function stampOf(source: string): string {
  const stats = statSync(join(root, source), { throwIfNoEntry: false, bigint: true });
  return stats ? `${stats.size} ${stats.mtimeNs}` : "";
}

function isOlder(source: string, time: number): boolean {
  const stats = statSync(join(root, source), { throwIfNoEntry: false });
  return stats !== undefined && stats.mtimeMs < time;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
