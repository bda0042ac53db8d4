import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../../course/folderOf";
import { isOurFile, readOurFile } from "../../places/ourFile";
import { ourFolder } from "../../places/ourFolder";
import { packagesFolder } from "../../places/packagesFolder";
import { writeOurFile } from "../../places/writeOurFile";
import { hashOf } from "../../text/hashOf";

/** A program in one file, and the files it was made from. */
export interface Bundle {
  text: string;
  /** Paths relative to the root of the repository. */
  sources: string[];
}

/** What is remembered about a bundle: its file's name, and the {@link stampOf} of each source. */
interface Kept {
  file: string;
  stamps: Record<string, string>;
}

/**
 * Makes a bundle and returns its path. If no source has changed since the last time, the bundle is reused, as making
 * one takes a fifth of a start. The file is named after its content, so an old build is never taken for a new one.
 * Where somebody else could put files, nothing is reused or kept: the bundle then lives only as long as this process.
 *
 * @param name what it is, for the file's name
 * @param id distinguishes bundles of the same name
 * @param base the folder whose `.cache/nablab` holds the bundles
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
  // A source that was changed meanwhile may or may not be in the bundle.
  if (sources.every((source) => isOlder(source, started))) keep(record, { file, stamps });
  return path;
}

let temporary: string | null = null;

/** Whether a bundle outlives this process, so that anything made from it is worth keeping. */
export function isKept(bundle: string): boolean {
  return temporary === null || dirname(bundle) !== temporary;
}

/** Private to this user, as mkdtemp makes it, and removed when this process ends. */
function temporaryFolder(): string {
  if (temporary !== null) return temporary;
  const folder = mkdtempSync(join(tmpdir(), "nablab-bundles-"));
  // Otherwise Node looks for one in the folders above, where others may put theirs.
  writeFileSync(join(folder, "package.json"), '{"type":"commonjs"}', { mode: 0o600 });
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  temporary = folder;
  return folder;
}

function keep(record: string, kept: Kept): void {
  try {
    writeOurFile(record, JSON.stringify(kept));
  } catch {
    // The installation cannot be written to: every start then makes its own bundles.
  }
}

/** The name of the bundle's file. Null if there is no record, or its sources have changed. */
function keptIn(record: string): string | null {
  try {
    const { file, stamps }: Kept = JSON.parse(readOurFile(record) ?? "null");
    return Object.entries(stamps).every(([source, stamp]) => stampOf(source) === stamp) ? file : null;
  } catch {
    return null;
  }
}

/** Changes when the file is written again or removed. */
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
