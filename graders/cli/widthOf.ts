/** The columns of a terminal; a file or another program takes lines of any length. */
export function widthOf({ isTTY, columns }: NodeJS.WriteStream): number {
  if (!isTTY) return Number.POSITIVE_INFINITY;
  // Some terminals do not say.
  return columns || 80;
}
