/** Replaces Windows and old Macintosh line endings by `\n`. */
export function normalizeLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
