import { parse } from "node:path";
import type { Arrival } from "./Arrival";
import { kindOfName } from "./kindOfName";
import { layouts } from "./layouts";
import type { Layout } from "./layouts/Layout";
import { plain } from "./layouts/plain";

/** A layout, and the files with the names that they have for it. */
export interface LaidOut {
  layout: Layout;
  arrivals: readonly Arrival[];
}

/** How many folders around a whole class are looked into. */
const mostAround = 3;

/**
 * Finds the layout of a folder or an archive. Archives, and some platforms, put a folder around everything.
 *
 * @param chosen used in any case
 * @param archive the archive's name, if it is one
 */
export function layOut(arrivals: readonly Arrival[], chosen: Layout | null, archive: string | null): LaidOut {
  const levels = [arrivals];
  for (let inner = within(arrivals); inner && levels.length <= mostAround; inner = within(inner)) levels.push(inner);
  const known = chosen ? [chosen] : layouts;
  for (const level of levels) {
    const layout = known.find((one) => one !== plain && one.recognise(level));
    if (layout) return { layout, arrivals: level };
  }
  if (chosen && chosen !== plain) return { layout: chosen, arrivals };
  return { layout: plain, arrivals: withoutWrapper(levels, archive) };
}

/** Without the one folder that holds everything; null if there is none. */
function within(arrivals: readonly Arrival[]): Arrival[] | null {
  const [first] = arrivals;
  if (!first || !arrivals.every(({ names }) => names.length > 1 && names[0] === first.names[0])) return null;
  return arrivals.map((arrival) => ({ ...arrival, names: arrival.names.slice(1) }));
}

/**
 * By its form alone, a folder may be one learner's, or hold a class. It holds a class if an archive of the same name was
 * made of it, or if notebooks are in several folders of it and none beside these.
 */
function withoutWrapper(levels: readonly (readonly Arrival[])[], archive: string | null): readonly Arrival[] {
  const [outer, inner] = levels;
  if (!inner) return outer;
  if (archive !== null && outer[0].names[0] === parse(archive).name) return inner;
  const work = inner.filter(({ names }) => ["notebook", "script"].includes(kindOfName(names[names.length - 1])));
  const folders = new Set(work.filter(({ names }) => names.length > 1).map(({ names }) => names[0]));
  const isClass = folders.size > 1 && work.every(({ names }) => names.length > 1);
  return isClass && !isClone(inner) ? inner : outer;
}

/** A repository has folders of its own. */
function isClone(arrivals: readonly Arrival[]): boolean {
  return arrivals.some(({ names }) => names.length === 1 && names[0] === "package.json");
}
