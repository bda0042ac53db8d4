import { type Reason, said } from "../../src/words/Saying";

/** A reason as a person reads it, if there is one. */
export function inWords(reason: Reason | null | undefined): string | undefined {
  return reason === null || reason === undefined ? undefined : said(reason);
}
