/** Windows and old Macintosh line ends become `\n`. */
export function normalizeLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
