import { saying } from "../../../src/words/Saying";
import type { Cell } from "../Cell";
import { NotGradable } from "../NotGradable";
import { decodeText } from "./decodeText";
import { readNotebook } from "./readNotebook";
import { refuseStandIn } from "./refuseStandIn";

/** A submission, before anything is known about its code. */
export interface Submission {
  cells: Cell[];
  /** `metadata.nablab.assignment` of a notebook, if it is there. */
  declaredAssignment: string | null;
}

/**
 * @param extension `.ipynb` or `.ts`
 * @throws NotGradable when the file is not a readable notebook or script; the message says why
 */
export function parseSubmission(bytes: Buffer, extension: string): Submission {
  const text = decodeText(bytes);
  refuseStandIn(text);
  if (extension === ".ipynb") return readNotebook(text);
  if (extension === ".ts") return { cells: [{ number: null, source: text }], declaredAssignment: null };
  throw new NotGradable(saying("extract", "wrongExtension"));
}
