import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from "yauzl";
import { type Reason, saying } from "../../src/words/Saying";
import { maxBytes } from "../extract/readBytes";
import { clip } from "../text/clip";
import type { Arrival } from "./Arrival";
import { isLeftover } from "./isLeftover";
import { endingOf, kindOfName } from "./kindOfName";

/** What an archive holds, or why it is not unpacked; the reason continues its name. */
export interface Unpacking {
  files: Pick<Arrival, "names" | "path" | "time" | "problem">[];
  passedOver: string[];
  problem?: Reason;
}

/** How much an archive of a whole class may hold, and one that a learner made. */
const limits = {
  class: { megabytes: 8192, entries: 200_000 },
  learner: { megabytes: 256, entries: 10_000 },
};

export interface UnpackOptions {
  /** An existing folder for the files. Their names there are ours: those in the archive may be anything. */
  folder: string;
  most: keyof typeof limits;
}

/** Unpacks what may be a submission, or describe one. Of other files, only their names matter. */
export async function unpackZip(path: string, { folder, most }: UnpackOptions): Promise<Unpacking> {
  const failed = (problem: Reason): Unpacking => ({ files: [], passedOver: [], problem });
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { autoClose: false, decodeStrings: false });
  } catch {
    return failed(saying("intake", "zipDamaged"));
  }
  try {
    const { megabytes, entries } = limits[most];
    if (zip.entryCount > entries) return failed(saying("intake", "zipMany", zip.entryCount, entries));
    const members = await membersOf(zip);
    const climbing = members.find(({ name }) => validateFileName(name) !== null);
    if (climbing) return failed(saying("intake", "zipClimbing", clip(climbing.name, 80)));
    const wanted = members.filter(isWanted);
    if (wanted.some(({ entry }) => entry.isEncrypted())) return failed(saying("intake", "zipEncrypted"));
    // The library ends an entry that turns out to be larger than it says.
    const bytes = wanted.reduce((sum, { entry }) => sum + (isTooLarge(entry) ? 0 : entry.uncompressedSize), 0);
    if (bytes > megabytes * 2 ** 20) return failed(saying("intake", "zipLarge", Math.ceil(bytes / 2 ** 20), megabytes));
    return await unpack(zip, members, folder);
  } catch (error) {
    // The disk is full, for example.
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    return failed(saying("intake", "zipDamaged"));
  } finally {
    zip.close();
  }
}

interface Member {
  entry: Entry;
  name: string;
}

/** The files among its entries, sorted by name. */
async function membersOf(zip: ZipFile): Promise<Member[]> {
  const members: Member[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    if (!name.endsWith("/")) members.push({ entry, name });
  }
  // As in a folder; an archive may hold them in any order.
  return members.sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
}

/** Many systems write UTF-8 without saying so, which the format takes for an old code page. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(fileNameRaw).replaceAll("\\", "/");
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  }
}

function isWanted({ name, entry }: Member): boolean {
  if (isLink(entry) || name.split("/").some(isLeftover)) return false;
  return kindOfName(name) !== "other" || ["", ".json", ".txt", ".yml"].includes(endingOf(name));
}

function isTooLarge({ uncompressedSize }: Entry): boolean {
  return uncompressedSize > maxBytes;
}

/** The upper half of these bits is a file's mode on Unix. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

async function unpack(zip: ZipFile, members: readonly Member[], folder: string): Promise<Unpacking> {
  const unpacked: Unpacking = { files: [], passedOver: [] };
  for (const [i, member] of members.entries()) {
    const { entry, name } = member;
    const names = name.split("/").filter((part) => part !== "" && part !== ".");
    if (names.some(isLeftover) || names.length === 0) {
      unpacked.passedOver.push(names.join("/"));
      continue;
    }
    const file = { names, path: "", time: entry.getLastModDate().getTime() };
    if (isLink(entry)) unpacked.files.push({ ...file, problem: saying("extract", "link") });
    else if (!isWanted(member)) unpacked.files.push(file);
    else if (isTooLarge(entry)) unpacked.files.push({ ...file, problem: tooLarge(entry) });
    else {
      const path = join(folder, `${i}${endingOf(name).replace(/[^.a-z]/g, "")}`);
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { flags: "wx", mode: 0o600 }));
      unpacked.files.push({ ...file, path });
    }
  }
  return unpacked;
}

function tooLarge({ uncompressedSize }: Entry): Reason {
  return saying("extract", "largeFile", Math.ceil(uncompressedSize / 2 ** 20), maxBytes / 2 ** 20);
}
