import stringWidth from "string-width";

/** Items in lines of at most this width, as far as each one fits. */
export function wrapItems(items: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  let line: string | null = null;
  for (const item of items) {
    const longer: string = line === null ? item : line + separator + item;
    if (line !== null && stringWidth(longer) > width) {
      lines.push(line);
      line = item;
    } else line = longer;
  }
  return line === null ? lines : [...lines, line];
}
