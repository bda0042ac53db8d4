/** A line and a column of a program, from the text that a sandbox sends. The submission may have written anything there. */
export function placeOfError(at: string | undefined): { line: number; column: number } | null {
  const [, line, column] = /^([1-9]\d{0,8}):([1-9]\d{0,8})$/.exec(at ?? "") ?? [];
  return line === undefined ? null : { line: Number(line), column: Number(column) };
}
