import type { About } from "../engine/About";
import type { SubmissionEntry } from "../engine/SubmissionEntry";

/** Files' names say less of a learner than a roster, which an earlier run may have had. */
export function withLearner(entry: SubmissionEntry, { login, name, email, section }: About): SubmissionEntry {
  if (entry.login !== undefined || entry.email !== undefined) return entry;
  const known = Object.entries({ login, name, email, section }).filter(([, text]) => text !== undefined);
  return { ...entry, ...Object.fromEntries(known) };
}
