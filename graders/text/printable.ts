/**
 * Text from outside, made safe to show: on one line, without characters that steer a terminal, change the writing
 * direction or are invisible. Joiners (U+200C, U+200D) stay: Persian and Indic names and many emoji need them.
 */
export function printable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/(?:(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029])+/gu, " ");
}
