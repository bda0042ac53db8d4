import { printable } from "./printable";

/** More than any language writes on one letter; hundreds of them would cover the lines above and below. */
const stackedMarks = /(\p{M}{6})\p{M}+/gu;

/** Text from outside for a table on a terminal: printable, and no higher than a line. */
export function forTerminal(text: string): string {
  return printable(text).replace(stackedMarks, "$1");
}
