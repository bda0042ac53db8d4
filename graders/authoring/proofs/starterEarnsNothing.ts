import { loadEdition } from "../execution/loadEdition";
import { tryOut } from "../tryOut";
import type { Proof } from "./Proof";

/** What is handed out must say "not written yet" in every check: neither crash nor be right by chance. */
export const starterEarnsNothing: Proof = async ({ course, assignment, checks }) => {
  const starter = await loadEdition(course, assignment, "starter");
  const problems: string[] = [];
  for (const check of checks) {
    const { status } = await tryOut(check, starter);
    if (status !== "not-implemented") problems.push(`${check.id}: ${status}, not "not-implemented"`);
  }
  return { what: "the starter earns 0 %, as not implemented", problems };
};
