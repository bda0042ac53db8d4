import { loadEdition } from "../execution/loadEdition";
import { tryOut } from "../tryOut";
import type { Proof } from "./Proof";

/** The starter must say "not written yet" in every check: it must neither crash nor be correct by chance. */
export const starterEarnsNothing: Proof = async ({ course, assignment, checks }) => {
  const starter = await loadEdition(course, assignment, "starter");
  const problems: string[] = [];
  for (const check of checks) {
    const { status } = await tryOut(check, starter);
    if (status !== "not-implemented") problems.push(`${check.id}: ${status}, not "not-implemented"`);
  }
  return { what: "the starter earns 0 %, as not implemented", problems };
};
