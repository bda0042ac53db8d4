import { groupsOf } from "../../text/groupsOf";
import { type Arrival, ownName } from "../Arrival";
import { kindOfName } from "../kindOfName";
import type { Layout } from "./Layout";
import { plain } from "./plain";

/**
 * GitHub Classroom: a clone for each learner of what `nablab release` has written, named after the assignment and the
 * login: `hw1-ada`. GitHub's own command puts them into `hw1-submissions`. In one repository elsewhere, the two cannot be
 * told apart.
 */
export const github: Layout = {
  name: "github",
  recognise(arrivals) {
    const clones = clonesIn(arrivals);
    const released = clones.filter(isReleased);
    return released.length > 0 && 2 * released.length >= clones.length;
  },
  assign(arrivals, released) {
    const clones = clonesIn(arrivals);
    const heads = clones.map(([{ names }]) => names[0]);
    const start = (titleAround(clones) ?? prefixOf(heads)).length;
    const { handIns, passedOver } = plain.assign(
      arrivals.filter(({ names, isFolder }) => names.length === 1 && !isFolder),
      released,
    );
    const mine = clones.map((files, i) => {
      const login = heads[i].slice(start);
      return { learners: [{ id: login, login }], files };
    });
    return { handIns: [...mine, ...handIns], passedOver };
  },
};

/** The files of each folder at the top. */
function clonesIn(arrivals: readonly Arrival[]): Arrival[][] {
  const files = arrivals.filter(({ names, isFolder }) => names.length > 1 || isFolder);
  return groupsOf(files, ({ names }) => names[0]).map((group) => group.map((i) => files[i]));
}

function isReleased(clone: readonly Arrival[]): boolean {
  const isNotebook = (file: Arrival): boolean =>
    file.names[1] === "notebooks" && kindOfName(ownName(file)) === "notebook";
  return clone.some(isNotebook) && clone.some(({ names }) => names.length === 2 && names[1] === "package.json");
}

/** `hw1-`, by the name of the folder around all clones; null if it says nothing. */
function titleAround(clones: readonly (readonly Arrival[])[]): string | null {
  const titles = clones.map(([{ names, place }]) => {
    const title = /^(.+-)submissions$/.exec(place[place.length - names.length - 1] ?? "")?.[1];
    return title !== undefined && names[0].length > title.length && names[0].startsWith(title) ? title : null;
  });
  return titles.every((title) => title === titles[0]) ? (titles[0] ?? null) : null;
}

/** What all the names begin with, up to a hyphen, if something follows it in each. */
function prefixOf(names: readonly string[]): string {
  const [first = ""] = names;
  if (names.length < 2) return "";
  let length = 0;
  while (names.every((name) => length < name.length - 1 && name[length] === first[length])) length += 1;
  return first.slice(0, first.slice(0, length).lastIndexOf("-") + 1);
}
