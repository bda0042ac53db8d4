import { parse } from "yaml";
import { isRecord } from "../../../src/check/isRecord";
import { saying } from "../../../src/words/Saying";
import { words } from "../../../src/words/words";
import { readBytes } from "../../extract/readBytes";
import { groupsOf } from "../../text/groupsOf";
import { printable } from "../../text/printable";
import type { Arrival } from "../Arrival";
import type { Learner } from "../Learner";
import type { Layout } from "./Layout";
import { plain } from "./plain";

const metadataName = "submission_metadata.yml";

/** Gradescope's *Export Submissions*: a folder for each submission, and a file that says whose it is. */
export const gradescope: Layout = {
  name: "gradescope",
  recognise: (arrivals) => arrivals.some(isMetadata),
  assign(arrivals, released) {
    const metadata = arrivals.find(isMetadata);
    const submitters = metadata ? submittersIn(metadata) : new Map<string, Learner[]>();
    const files = arrivals.filter((one) => one !== metadata && (one.names.length > 1 || one.isFolder));
    const folders = groupsOf(files, ({ names }) => names[0]).map((group) => group.map((i) => files[i]));
    const handIns = folders.map((own) => {
      const [folder] = own[0].names;
      return { learners: submitters.get(folder) ?? [{ id: folder }], files: own };
    });
    const present = new Set(folders.map(([{ names }]) => names[0]));
    const missing = [...submitters].filter(([folder]) => !present.has(folder));
    const lost = missing.map(([, learners]) => ({ learners, files: [], problem: saying("intake", "notInExport") }));
    const tops = arrivals.filter((one) => one !== metadata && one.names.length === 1 && !one.isFolder);
    const others = plain.assign(tops, released);
    return { handIns: [...handIns, ...lost, ...others.handIns], passedOver: others.passedOver };
  },
};

function isMetadata({ names }: Arrival): boolean {
  return names.length === 1 && names[0] === metadataName;
}

/** By the submission's folder. Gradescope writes the file with Ruby, whose symbols begin with a colon. */
function submittersIn({ path }: Arrival): Map<string, Learner[]> {
  const found = new Map<string, Learner[]>();
  const metadata = parsed(path);
  for (const [folder, submission] of Object.entries(isRecord(metadata) ? metadata : {})) {
    const listed = isRecord(submission) ? submission[":submitters"] : null;
    const learners = (Array.isArray(listed) ? listed : []).flatMap((one) => learnerIn(one) ?? []);
    if (learners.length > 0) found.set(folder, learners);
  }
  return found;
}

/** Read as text throughout: a number would lose the zeros at its start. @throws Error that says what is wrong */
function parsed(path: string): unknown {
  try {
    return parse(readBytes(path).toString("utf8"), { schema: "failsafe" });
  } catch {
    throw new Error(words.intake.badMetadata(metadataName));
  }
}

function learnerIn(submitter: unknown): Learner | null {
  if (!isRecord(submitter)) return null;
  const text = (key: string): string => {
    const value = submitter[`:${key}`];
    return typeof value === "string" ? printable(value).trim() : "";
  };
  const [sid, email, name] = ["sid", "email", "name"].map(text);
  const id = sid || email || name;
  return id === "" ? null : { id, ...(name ? { name } : {}), ...(email ? { email } : {}) };
}
