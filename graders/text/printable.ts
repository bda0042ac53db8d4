/**
 * A text from outside as it may be shown: in one line, without characters that steer a terminal, turn the direction of
 * writing or hide. Joiners (U+200C, U+200D) stay: Persian and Indic names and many emoji are written with them.
 */
export function printable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/(?:(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029])+/gu, " ");
}
