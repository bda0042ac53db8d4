import { wrap } from "./wrap";

const comment = /^\/\*\*\n([\s\S]*?)\n \*\/\n/;

/** The documentation that a graded function's code begins with, without the stars of the comment; null if there is none. */
export function documentationOf(source: string): string | null {
  const text = comment.exec(source)?.[1];
  return text === undefined ? null : text.replaceAll(/^ \* ?/gm, "");
}

export function withoutDocumentation(source: string): string {
  return source.replace(comment, "");
}

/** The same code with other documentation. Lines that are too wide for a page are broken. */
export function withDocumentation(source: string, documentation: string): string {
  const lines = documentation.split("\n").flatMap((line) => {
    const indent = /^@/.test(line) ? "  " : (/^\s*/.exec(line)?.[0] ?? "");
    // Formulas are set off by four spaces.
    if (indent.length >= 4) return [line];
    const [first, ...rest] = wrap(line, 80);
    return [first, ...rest.map((each) => indent + each)];
  });
  const text = lines.map((line) => ` * ${line}`.trimEnd()).join("\n");
  return source.replace(comment, () => `/**\n${text}\n */\n`);
}
