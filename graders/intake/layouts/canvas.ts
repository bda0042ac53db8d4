import type { Arrival } from "../Arrival";
import { stemOf } from "../kindOfName";
import { handInsBy } from "./handInsBy";
import type { Layout } from "./Layout";
import { mostMatch } from "./mostMatch";
import { plain } from "./plain";

/**
 * `lastfirst_LATE_12345_67890_file.ipynb`: the sortable name, the user's id, the attachment's, and the file's own name.
 * Text typed into Canvas comes as `lastfirst_12345_text.html`, an address as `…_link.html`. With anonymous grading there
 * is no name, and `anon_` with five characters instead of the id.
 */
const form = /^(?:(.*?)_)??(?:(LATE)_)?(\d+|anon_[A-Za-z0-9]{5})_(?:\d+_(.+)|(text|link)\.html)$/su;

/** Canvas's *Download Submissions*. */
export const canvas: Layout = {
  name: "canvas",
  recognise: (arrivals) => mostMatch(arrivals, form),
  assign(arrivals, released) {
    const others = arrivals.filter(({ names }) => !form.test(names[0]));
    const claims = arrivals.flatMap((file) => {
      const [, name, late, id, given, typed] = form.exec(file.names[0]) ?? [];
      if (id === undefined) return [];
      const own: Arrival =
        given === undefined ? { ...file, typed: typed === "link" ? "address" : "text" } : { ...file, given };
      const attempt = given === undefined ? null : attemptOf(given, released);
      const learner = { id, ...(name ? { name } : {}) };
      return [{ file: own, learner, late: late !== undefined, ...(attempt === null ? {} : { attempt }) }];
    });
    const { handIns, passedOver } = plain.assign(others, released);
    return { handIns: [...handInsBy(claims), ...handIns], passedOver };
  },
};

/** Canvas appends `-1` to the name of a file that is handed in again, then `-2`. Null if the name does not tell. */
function attemptOf(given: string, released: readonly string[]): number | null {
  const [, name, again] = /^(.+)-(\d{1,3})$/s.exec(stemOf(given)) ?? [];
  const isReleased = (stem: string): boolean => released.some((one) => one.toLowerCase() === stem.toLowerCase());
  if (name !== undefined && isReleased(name)) return Number(again) + 1;
  return isReleased(stemOf(given)) ? 1 : null;
}
