import type { Arrival } from "../Arrival";
import { stemOf } from "../kindOfName";
import { handInsBy } from "./handInsBy";
import type { Layout } from "./Layout";
import { mostMatch } from "./mostMatch";
import { plain } from "./plain";

/**
 * `lastfirst_LATE_12345_67890_file.ipynb`: the sortable name, the user's id, the attachment's, and the file's own name.
 * Text typed into Canvas comes as `lastfirst_12345_text.html`, an address as `…_link.html`. The first number counts: what
 * follows the second is the learner's choice.
 */
const named = /^(.*?)_(?:(LATE)_)?(\d+)_(?:\d+_(.+)|(text|link)\.html)$/su;

/** With anonymous grading, five characters stand for name and id. */
const anonymous = /^()(?:(LATE)_)?(anon_[A-Za-z0-9]{5})_(?:\d+_(.+)|(text|link)\.html)$/su;

/** Canvas's *Download Submissions*. */
export const canvas: Layout = {
  name: "canvas",
  recognise: (arrivals) => mostMatch(arrivals, (name) => partsOf(name) !== null),
  assign(arrivals, released) {
    const others = arrivals.filter(({ names }) => partsOf(names[0]) === null);
    const claims = arrivals.flatMap((file) => {
      const parts = partsOf(file.names[0]);
      if (!parts) return [];
      const [, name, late, id, given, typed] = parts;
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

function partsOf(name: string): RegExpExecArray | null {
  return anonymous.exec(name) ?? named.exec(name);
}

/** Canvas appends `-1` to the name of a file that is handed in again, then `-2`. Null if the name does not tell. */
function attemptOf(given: string, released: readonly string[]): number | null {
  const [, name, again] = /^(.+)-(\d{1,3})$/s.exec(stemOf(given)) ?? [];
  const isReleased = (stem: string): boolean => released.some((one) => one.toLowerCase() === stem.toLowerCase());
  if (name !== undefined && isReleased(name)) return Number(again) + 1;
  return isReleased(stemOf(given)) ? 1 : null;
}
