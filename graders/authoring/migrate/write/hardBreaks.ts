/**
 * Markdown with `\` instead of the two spaces that break a line: formatters of source code remove spaces at the end of
 * a comment, and with them the break. Code blocks and formulas stay as they are, except for spaces that mean nothing.
 */
export function hardBreaks(markdown: string): string {
  const lines = markdown.split("\n");
  let fence: string | null = null;
  let formula = false;
  return lines
    .map((line, i) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark && fence === null) fence = mark;
      else if (mark && fence !== null && mark.startsWith(fence)) fence = null;
      const before = formula;
      if (fence === null && (line.match(/\$\$/g)?.length ?? 0) % 2 === 1) formula = !formula;
      const isText = fence === null && !mark && !before && !formula;
      const breaks = isText && /\S {2,}$/.test(line) && (lines[i + 1] ?? "").trim() !== "";
      const text = line.trimEnd();
      return breaks && !text.endsWith("\\") ? `${text}\\` : text;
    })
    .join("\n");
}
