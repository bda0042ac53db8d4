import type { Arrival } from "./Arrival";
import type { HandIn } from "./HandIn";

/** What a row without a file to grade shows: the only file, or the folder around several. */
export function standInFor({ files, learners }: HandIn): Arrival {
  const [first] = files;
  if (!first) return { names: [learners[0].id], place: [learners[0].id], depth: 1, path: "" };
  if (files.length === 1 && (first.names.length === 1 || !first.problem)) return first;
  const { bytes, ...folder } = first;
  const inside = first.names.length - 1;
  const place = inside > 0 ? first.place.slice(0, -inside) : first.place;
  return { ...folder, names: first.names.slice(0, 1), place, depth: Math.max(1, first.depth - inside), path: "" };
}
