/**
 * Whether output is what a page shows. In the page `…` stands for any text within a line, and alone on a line for any
 * lines. Durations, the spaces around them, and spaces at the end of a line do not count.
 */
export function matchOutput(actual: string, shown: string): boolean {
  const pattern = mask(shown)
    .split("\n")
    .map((line) => (line.trim() === "…" ? "(?:.*\n)*?" : `${literal(line).replaceAll("…", ".*")}\n`))
    .join("");
  return new RegExp(`^${pattern}$`).test(`${mask(actual)}\n`);
}

/** Whether output holds a text, in which `…` is any text. */
export function mentions(output: string, text: string): boolean {
  return new RegExp(literal(text).replaceAll("…", "[^]*")).test(output);
}

function mask(text: string): string {
  return text
    .replaceAll(/[ \t]+$/gm, "")
    .replaceAll(/[ \t]*\b\d+(?:\.\d+)? ?(?:ms|s|min)\b[ \t]*/g, " # s ")
    .trimEnd();
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
