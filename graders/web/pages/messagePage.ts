import { words } from "../../../src/words/words";
import { type Html, html } from "../../report/html/html";

/**
 * One sentence for somebody who is not where they meant to be; it may load nothing, as they may not have signed in.
 *
 * @param content what else is there for somebody who has; with the style sheet
 */
export function messagePage(message: string, content?: Html): string {
  const { title, home } = words.dashboard.messages;
  return html`<!doctype html>
<html lang="${words.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title>${content ? html`<link rel="stylesheet" href="/style.css">` : null}</head>
<body><main><h1>${title}</h1><p>${message}</p>${content ?? null}<p><a href="/">${home}</a></p></main></body>
</html>
`.text;
}
