import { createHash } from "node:crypto";
import { words } from "../../../src/words/words";
import { type Html, html, trusted } from "./html";
import { style } from "./style";

/**
 * A self-contained page that may load nothing. In case text of a submission ever gets past the escaping, its policy
 * allows only these scripts, by their hashes.
 */
export function page(title: string, body: Html, scripts: readonly string[] = []): string {
  return [...pageChunks(title, [body.text], scripts)].join("");
}

/** Like {@link page}, for a body that is too large to be held in memory. */
export function* pageChunks(
  title: string,
  body: Iterable<string>,
  scripts: readonly string[] = [],
): Generator<string, void, undefined> {
  yield pageHead(title, scripts);
  yield* body;
  for (const script of scripts) yield `<script>${script}</script>\n`;
  yield "</body>\n</html>\n";
}

function pageHead(title: string, scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    `script-src ${hashes.join(" ") || "'none'"}`,
  ].join("; ");
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
`.text;
}
