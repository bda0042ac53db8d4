import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../../course/folderOf";
import { isOurFile, readOurFile } from "../../places/ourFile";
import { ourFolder } from "../../places/ourFolder";
import { packagesFolder } from "../../places/packagesFolder";
import { writeOurFile } from "../../places/writeOurFile";
import { hashOf } from "../../text/hashOf";

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
 * Where somebody else could put files, nothing is taken and nothing is kept: then the bundle lives as long as this process.
 *
 * @param name what it is, for the file's name
 * @param id tells it from others of that name
 * @param base what is kept lies in its `.cache/nablab`
 */
export async function bundleOnce(
  name: string,
  id: string,
  make: () => Promise<Bundle>,
  base = packagesFolder(root),
): Promise<string> {
  const folder = ourFolder(base, ".cache", "nablab") ?? temporaryFolder();
  const record = join(folder, `${name}-${shortHash(id)}.json`);
  const known = keptIn(record);
  if (known && isOurFile(join(folder, known))) return join(folder, known);

  const started = Date.now();
  const { text, sources } = await make();
  const file = `${name}-${shortHash(text)}.js`;
  const path = join(folder, file);
  if (!isOurFile(path)) writeOurFile(path, text);
  const stamps = Object.fromEntries(sources.map((source) => [source, stampOf(source)]));
  // What was written while the bundle was made may be in it or not.
  if (sources.every((source) => isOlder(source, started))) keep(record, { file, stamps });
  return path;
}

let temporary: string | null = null;

/** Whether a bundle lives on when this process has ended, and what is made of it is worth keeping. */
export function isKept(bundle: string): boolean {
  return temporary === null || dirname(bundle) !== temporary;
}

/** For this user alone, as all that mkdtemp makes, and gone with this process. */
function temporaryFolder(): string {
  if (temporary !== null) return temporary;
  const folder = mkdtempSync(join(tmpdir(), "nablab-bundles-"));
  // Else Node looks for one further up, where others may put theirs.
  writeFileSync(join(folder, "package.json"), '{"type":"commonjs"}', { mode: 0o600 });
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  temporary = folder;
  return folder;
}

function keep(record: string, kept: Kept): void {
  try {
    writeOurFile(record, JSON.stringify(kept));
  } catch {
    // An installation that cannot be written to: then every start takes its time.
  }
}

/** The name of the bundle's file. Null when there is no record, or one of other sources. */
function keptIn(record: string): string | null {
  try {
    const { file, stamps }: Kept = JSON.parse(readOurFile(record) ?? "null");
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

function shortHash(text: string): string {
  return hashOf(text).slice(0, 16);
}
