const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * A cell of a table on a terminal. Figures after a name that is written from right to left would be shown before it,
 * unless marks of the writing direction enclose the name.
 */
export function enclosed(cell: string): string {
  return rightToLeft.test(cell) ? `\u200e${cell}\u200e` : cell;
}
