import type { SubmissionResult } from "./results";

const fields = ["login", "name", "email", "section", "late", "attempt", "file", "choice"] as const;

/** What a run knows of a submission before it grades it: it may change while the result stays. */
export type About = Pick<SubmissionResult, (typeof fields)[number]>;

/** Always in the same order, so that equal ones are equal as JSON. */
export function aboutOf(result: Partial<SubmissionResult>): About {
  return Object.fromEntries(fields.flatMap((field) => (result[field] === undefined ? [] : [[field, result[field]]])));
}

/** A result with what a later run says of the submission, and nothing that only an earlier one said. */
export function withAbout(result: SubmissionResult, about: About): SubmissionResult {
  const { id, ...rest } = result;
  for (const field of fields) delete rest[field];
  return { id, ...about, ...rest };
}
