import type { Learner } from "../intake/Learner";

/** A student in one line of text: the id, by which other tables find them, and the name if it says more. */
export function studentLabel({ id, name }: Learner): string {
  return name === undefined || name === id ? id : `${id} ${name}`;
}
