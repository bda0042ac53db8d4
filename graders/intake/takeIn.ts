import { lstatSync, statSync } from "node:fs";
import { basename, dirname, resolve, sep } from "node:path";
import { said } from "../../src/words/Saying";
import { words } from "../../src/words/words";
import { clip } from "../text/clip";
import { groupsOf } from "../text/groupsOf";
import { printable } from "../text/printable";
import { type Arrival, shownPath } from "./Arrival";
import { candidatesIn } from "./candidates";
import { expandPattern, isPattern } from "./expandPattern";
import type { HandIn } from "./HandIn";
import { kindOfName } from "./kindOfName";
import { layOut } from "./layOut";
import type { Layout } from "./layouts/Layout";
import type { LayoutName } from "./layouts/layoutNames";
import { plain } from "./layouts/plain";
import { type Listing, listFolder } from "./listFolder";
import { type Unpacking, unpackZip } from "./unpackZip";
import { withoutRepeated } from "./withoutRepeated";

/** A class as it arrived. */
export interface Intake {
  /** In the order of their names. */
  handIns: HandIn[];
  /** The layouts of platforms that were recognised. */
  recognised: { layout: LayoutName; learners: number }[];
  /** What is nobody's work, by its path. */
  passedOver: string[];
}

export interface IntakeOptions {
  /** The folder for the results, which is never taken for a learner's. */
  results?: string;
  /** Read everything as laid out like this. */
  layout?: Layout;
  /** The names of the course's notebooks, without their ending. */
  released: readonly string[];
  /** A new, empty folder for what archives hold. Whoever calls this removes it. */
  newFolder(): string;
}

/**
 * Finds out who handed in what. Each path is a file, a folder, a zip file, or a pattern such as
 * `/home/{student}/hw1.ipynb`. Links below it are not followed.
 *
 * @throws Error when a path does not exist, or an archive cannot be unpacked; the message is one line
 */
export async function takeIn(paths: readonly string[], options: IntakeOptions): Promise<Intake> {
  const intake: Intake = { handIns: [], recognised: [], passedOver: [] };
  const all = [...new Set(paths)];
  const isArchive = (path: string): boolean => kindOfName(path) === "archive" && isClass(all);
  const single = byFolder(all.filter((path) => !isPattern(path) && !isFolder(path) && !isArchive(path)));
  for (const path of all) {
    if (isPattern(path)) intake.handIns.push(...expandPattern(path));
    else if (isFolder(path)) await takeFolder(path, intake, options);
    else if (isArchive(path)) await takeArchive(path, intake, options);
    else takeListing(single.get(path) ?? nothing, null, intake, options);
  }
  for (const handIn of intake.handIns) await openArchives(handIn, options);
  return { ...intake, handIns: withoutRepeated(intake.handIns) };
}

/** A shell makes many paths of `submissions/*`: those in one folder were laid out together, and come with the first. */
function byFolder(paths: readonly string[]): Map<string, Listing> {
  const groups = groupsOf(paths, (path) => dirname(resolve(path))).map((group) => group.map((i) => paths[i]));
  return new Map(groups.map((group) => [group[0], { arrivals: group.map(fileAt), passedOver: [] }]));
}

const nothing: Listing = { arrivals: [], passedOver: [] };

/** Beside other files, a zip file is what one learner handed in. */
function isClass(paths: readonly string[]): boolean {
  return paths.every((path) => kindOfName(path) === "archive" || isPattern(path) || isFolder(path));
}

/** A folder that the command names may be reached through a link; a folder that is named like a notebook is none. */
function isFolder(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) throw new Error(words.intake.noSuchPath(printable(path)));
  const isThere = stats.isSymbolicLink()
    ? statSync(path, { throwIfNoEntry: false })?.isDirectory()
    : stats.isDirectory();
  return isThere === true && !["notebook", "script"].includes(kindOfName(path));
}

function fileAt(path: string): Arrival {
  const place = resolve(path).split(sep);
  return { names: [basename(path)], place, depth: 1, path };
}

async function takeFolder(path: string, intake: Intake, options: IntakeOptions): Promise<void> {
  const { results } = options;
  const listing = listFolder(path, results === undefined ? null : resolve(results));
  const [first] = listing.arrivals;
  // A download that was never unpacked.
  const isDownload =
    listing.arrivals.length === 1 && first.names.length === 1 && kindOfName(first.names[0]) === "archive";
  if (isDownload && !first.problem) await takeArchive(first.path, intake, options);
  else takeListing(listing, null, intake, options);
}

async function takeArchive(path: string, intake: Intake, options: IntakeOptions): Promise<void> {
  const unpacked = await unpackZip(path, { folder: options.newFolder(), most: "class" });
  if (unpacked.problem !== undefined) throw new Error(`${printable(basename(path))} ${said(unpacked.problem)}`);
  takeListing(below(unpacked, resolve(path).split(sep), 0), basename(path), intake, options);
}

/** What an archive holds, as if it were a folder. */
function below({ files, passedOver }: Unpacking, place: readonly string[], depth: number): Listing {
  const arrivals = files.map(({ names, ...file }) => ({
    ...file,
    names: [...place.slice(place.length - depth), ...names],
    place: [...place, ...names],
    depth: depth + names.length,
  }));
  return { arrivals, passedOver: passedOver.map((path) => printable(path)) };
}

function takeListing(listing: Listing, archive: string | null, intake: Intake, options: IntakeOptions): void {
  const { layout, arrivals } = layOut(listing.arrivals, options.layout ?? null, archive);
  const { handIns, passedOver } = layout.assign(arrivals, options.released);
  intake.handIns.push(...handIns);
  intake.passedOver.push(...listing.passedOver, ...passedOver.map((one) => clip(shownPath(one), 120)));
  if (layout !== plain) {
    intake.recognised.push({
      layout: layout.name,
      learners: new Set(handIns.flatMap(({ learners }) => learners)).size,
    });
  }
}

/** A learner may hand in an archive of the folder. It is opened if there is nothing beside it that could be meant. */
async function openArchives(handIn: HandIn, options: IntakeOptions): Promise<void> {
  if (candidatesIn(handIn).length > 0) return;
  const archives = handIn.files.filter(
    ({ names, problem, isFolder }) => !problem && !isFolder && kindOfName(names[names.length - 1]) === "archive",
  );
  for (const archive of archives) {
    const unpacked = await unpackZip(archive.path, { folder: options.newFolder(), most: "learner" });
    const others = handIn.files.filter((one) => one !== archive);
    const { problem } = unpacked;
    const listed = below(unpacked, archive.place, archive.depth).arrivals;
    handIn.files = [...others, ...(problem === undefined ? listed : [{ ...archive, problem }])];
  }
}
