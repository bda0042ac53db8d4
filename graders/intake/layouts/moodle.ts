import { handInsBy } from "./handInsBy";
import type { Layout } from "./Layout";
import { mostMatch } from "./mostMatch";
import { plain } from "./plain";

/**
 * `Anna Berg_31001_assignsubmission_file_`, a folder, or the beginning of a file's name; `…_onlinetext_` for text typed
 * into Moodle. The number is the participant's in this assignment. The first one counts: what follows is the learner's
 * choice, and Moodle leaves no such sign in names.
 */
const form = /^(.+?)_(\d+)_assignsubmission_(?:(onlinetext)|[a-z]+)(?:_(.*))?$/su;

/** Moodle's *Download all submissions*, with or without folders. */
export const moodle: Layout = {
  name: "moodle",
  recognise: (arrivals) => mostMatch(arrivals, (name) => form.test(name)),
  assign(arrivals, released) {
    const others = arrivals.filter(({ names }) => !form.test(names[0]));
    const claims = arrivals.flatMap((file) => {
      const [, name, id, typed, given] = form.exec(file.names[0]) ?? [];
      if (id === undefined) return [];
      const isFile = file.names.length === 1 && !file.isFolder && given;
      const named = isFile ? { ...file, given } : file;
      return [{ file: typed ? { ...named, typed: "text" as const } : named, learner: { id, name } }];
    });
    const { handIns, passedOver } = plain.assign(others, released);
    const own = handInsBy(claims).map((one) => ({ ...one, byName: true }));
    return { handIns: [...own, ...handIns], passedOver };
  },
};
