import { groupsOf } from "../../text/groupsOf";
import type { Arrival } from "../Arrival";
import { endingOf, stemOf } from "../kindOfName";
import type { Layout } from "./Layout";

/** What staff keep beside the submissions: tables, settings, a read-me. */
const staffsEndings = [".csv", ".tsv", ".xlsx", ".xls", ".ods", ".yml", ".yaml", ".log"];

/**
 * A file or a folder for each learner, named after them. Files that differ only in their ending belong together, such
 * as the two that jupytext keeps in step.
 */
export const plain: Layout = {
  name: "plain",
  recognise: () => true,
  assign(arrivals) {
    const passedOver = arrivals.filter(isNobodys);
    const files = arrivals.filter((one) => !isNobodys(one));
    const groups = groupsOf(files, ({ names, bytes, isFolder }) => {
      const key = names.length === 1 && !isFolder ? stemOf(names[0]) : names[0];
      return bytes && names.length === 1 ? `${key}\0${bytes.toString("hex")}` : key;
    });
    return { handIns: groups.map((group) => handInOf(group.map((i) => files[i]))), passedOver };
  },
};

function handInOf(files: Arrival[]) {
  const [{ names, isFolder }] = files;
  return { learners: [{ id: names.length === 1 && !isFolder ? stemOf(names[0]) : names[0] }], files };
}

function isNobodys({ names, isFolder }: Arrival): boolean {
  if (names.length > 1 || isFolder) return false;
  const [name] = names;
  return staffsEndings.includes(endingOf(name)) || /^(README|LICENSE)\b/i.test(name) || /\.d\.ts$/i.test(name);
}
