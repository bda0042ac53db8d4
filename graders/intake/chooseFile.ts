import { lstatSync } from "node:fs";
import type { Assignment } from "../../src/check/contract";
import { nameOf } from "../course/folderOf";
import type { Choice } from "../engine/results";
import { type Arrival, ownName } from "./Arrival";
import { stemOf } from "./kindOfName";
import type { Teller } from "./Surveyor";

/** The file to grade among several, and why it is this one. */
export interface Chosen {
  file: Arrival;
  by: Choice["by"];
}

/**
 * Of several files, the one with the released name; else the one that says it is of this assignment; else the one that
 * defines most of the graded functions; else the newest. A file of another assignment counts only if there is no other, and one that cannot be read only if
 * no other is clearly of this one.
 */
export async function chooseFile(files: readonly Arrival[], assignment: Assignment, teller: Teller): Promise<Chosen> {
  const told = new Map(await Promise.all(files.map(async (file) => [file, await teller.tell(file)] as const)));
  const isForeign = (file: Arrival): boolean => {
    const { declared = false, slug = null } = told.get(file) ?? {};
    return declared && slug !== assignment.slug;
  };
  const isSound = (file: Arrival): boolean => told.get(file)?.problem === undefined;
  const belongs = (file: Arrival): boolean => told.get(file)?.slug === assignment.slug;
  const candidates = files.every(isForeign) ? files : files.filter((file) => !isForeign(file));
  // A file that cannot be read is passed over only for one that is clearly of this assignment.
  const own = candidates.some(belongs) ? candidates.filter(isSound) : candidates;
  const released = nameOf(assignment);
  const named = own.filter((file) => isExactly(file, released));
  const alike = named.length > 0 ? named : own.filter((file) => isCopyOf(file, released));
  if (alike.length > 0) return { file: newest(shallowest(alike)), by: "name" };
  const declaring = own.filter((file) => belongs(file) && told.get(file)?.declared);
  if (declaring.length > 0) return { file: newest(declaring), by: "assignment" };
  const shares = await Promise.all(own.map((file) => teller.shareOf(file, assignment, true)));
  const fullest = own.filter((_, i) => shares[i] === Math.max(...shares));
  return { file: newest(fullest), by: fullest.length < own.length ? "functions" : "time" };
}

function isExactly(file: Arrival, released: string): boolean {
  return fold(stemOf(ownName(file))) === fold(released);
}

/** What systems append to the name of a copy: ` (2)`, `-Copy1`, ` copy 2`, `-1`. */
const copy = /(\s*\(\d+\)|[\s-]*copy\s*\d*|\s+-\s+\p{L}+|-\d{1,3})$/iu;

function isCopyOf(file: Arrival, released: string): boolean {
  let name = stemOf(ownName(file));
  while (copy.test(name) && fold(name) !== fold(released)) name = name.replace(copy, "");
  return fold(name) === fold(released);
}

function fold(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}

/** Copies and earlier states are in folders of their own, if anywhere. */
function shallowest(files: readonly Arrival[]): Arrival[] {
  const least = Math.min(...files.map(({ names }) => names.length));
  return files.filter(({ names }) => names.length === least);
}

/** The last of those with the same time. */
function newest(files: readonly Arrival[]): Arrival {
  return files.reduce((best, file) => (timeOf(file) >= timeOf(best) ? file : best));
}

/** In whole seconds: archives know no less. */
function timeOf({ time, path }: Arrival): number {
  return Math.floor((time ?? lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) / 1000);
}
