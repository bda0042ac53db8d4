/**
 * The lines as comments. A line that begins with `%%` directly follows the slashes, so that it does not start a cell;
 * Unicode's own line ends, which would end the comment, become spaces.
 */
export function comment(text: string): string {
  return text
    .replace(/[\u2028\u2029]/g, " ")
    .split("\n")
    .map((line) => (line === "" ? "//" : line.startsWith("%%") ? `//${line}` : `// ${line}`))
    .join("\n");
}

/** Like {@link comment}, for code, where spaces at the ends of lines mean nothing. */
export function codeComment(code: string): string {
  const lines = code.split("\n").map((line) => line.trimEnd());
  return comment(lines.join("\n").replace(/^\n+/, "").trimEnd());
}

/** The text as a documentation comment. */
export function documentation(text: string): string {
  const safe = text.replace(/[\u2028\u2029]/g, " ").replaceAll("*/", "*\\/");
  const lines = safe.split("\n").map((line) => ` * ${line}`.trimEnd());
  return ["/**", ...lines, " */"].join("\n");
}
