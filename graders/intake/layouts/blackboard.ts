import { groupsOf } from "../../text/groupsOf";
import type { Arrival } from "../Arrival";
import type { HandIn } from "../HandIn";
import type { Layout } from "./Layout";
import { mostMatch } from "./mostMatch";
import { plain } from "./plain";

/**
 * `HW1_aberg_attempt_2026-11-03-10-22-33_file.ipynb`; without a file's name, a summary of the attempt as text. The first
 * date counts: what follows it is the learner's choice.
 */
const form = /^(.+?)_attempt_(\d{4}(?:-\d\d){5})(?:_(.+)|\.txt)$/su;

/** Blackboard's *Assignment File Download*. Of a learner's attempts, the newest counts. */
export const blackboard: Layout = {
  name: "blackboard",
  recognise: (arrivals) => mostMatch(arrivals, (name) => form.test(name)),
  assign(arrivals, released) {
    const others = arrivals.filter(({ names }) => !form.test(names[0]));
    const found = arrivals.flatMap((file) => {
      const [, who, date, given] = form.exec(file.names[0]) ?? [];
      if (who === undefined) return [];
      return [{ who, date, file: given === undefined ? { ...file, typed: "text" as const } : { ...file, given } }];
    });
    const start = titleIn(found.map(({ who }) => who)).length;
    const ofLearners = groupsOf(found, ({ who }) => who).map((group) => group.map((i) => found[i]));
    const { handIns, passedOver } = plain.assign(others, released);
    const mine = ofLearners.map((all) => newestOf(all[0].who.slice(start), all));
    return {
      handIns: [...mine.map(({ handIn }) => handIn), ...handIns],
      passedOver: [...mine.flatMap(({ older }) => older), ...passedOver],
    };
  },
};

/** The assignment's title is the same for all, and may hold the sign that separates it from the login, as that may. */
function titleIn(all: readonly string[]): string {
  const distinct = [...new Set(all)];
  const [first = ""] = distinct;
  if (distinct.length < 2) return first.slice(0, first.lastIndexOf("_") + 1);
  let length = 0;
  while (distinct.every((one) => length < one.length && one[length] === first[length])) length += 1;
  return first.slice(0, first.slice(0, length).lastIndexOf("_") + 1);
}

function newestOf(
  login: string,
  all: readonly { date: string; file: Arrival }[],
): { handIn: HandIn; older: Arrival[] } {
  const dates = [...new Set(all.map(({ date }) => date))].sort();
  const newest = dates[dates.length - 1];
  const files = all.filter(({ date }) => date === newest).map(({ file }) => file);
  return {
    handIn: { learners: [{ id: login, login }], files, attempt: dates.length },
    older: all.filter(({ date }) => date !== newest).map(({ file }) => file),
  };
}
