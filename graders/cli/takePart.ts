import { existsSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { Journal } from "../engine/Journal";
import { placeAbove } from "../engine/Source";
import type { HandIn } from "../intake/HandIn";
import { type ClassRequest, type TakenClass, takeClass } from "./takeClass";

/** A class of which a run may grade only a part. */
export interface TakenPart {
  taken: TakenClass;
  /** The folders or archives that were looked at. */
  paths: readonly string[];
  /** Whether all of it is to be graded. */
  isWhole: boolean;
  /** Of what stands for each learner of the class in turn, that which is to be graded. */
  pick<T>(all: readonly T[]): T[];
}

/**
 * Takes in a class. Paths inside a folder that the results in `out` came from, such as that of one late student, are
 * taken for a part of that folder: what is a student's id there, or which platform it comes from, cannot be told from
 * one file.
 *
 * @throws UsageError like takeClass
 */
export async function takePart(request: ClassRequest, assignments: readonly Assignment[]): Promise<TakenPart> {
  const { paths } = request;
  const folders = foldersAround(request);
  if (folders !== null) {
    const taken = await takeClass({ ...request, paths: folders }, assignments);
    const isMeant = taken.handIns.flatMap((one) => one.learners.map(() => paths.some((path) => lies(one, path))));
    // What is not found as a part of the folder is taken by itself.
    if (paths.every((path) => taken.handIns.some((one) => lies(one, path)))) {
      return { taken, paths: folders, isWhole: false, pick: (all) => all.filter((_, i) => isMeant[i]) };
    }
  }
  return { taken: await takeClass(request, assignments), paths, isWhole: true, pick: (all) => [...all] };
}

/** The class's folders that hold the paths; null unless each path is in one. */
function foldersAround({ paths, out }: ClassRequest): string[] | null {
  const places = out ? Journal.placesIn(out) : new Set<string>();
  const folders: string[] = [];
  for (const path of paths) {
    const folder = places.size > 0 && existsSync(path) ? placeAbove(path, places) : null;
    if (folder === null) return null;
    folders.push(folder);
  }
  return [...new Set(folders)];
}

/** Whether one of the files is at a path or below it. */
function lies({ files }: HandIn, path: string): boolean {
  const names = resolve(path).split(sep);
  return files.some(({ place }) => names.every((name, i) => place[i] === name));
}
