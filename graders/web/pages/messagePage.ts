import { words } from "../../../src/words/words";
import { html } from "../../report/html/html";

/** One sentence for somebody who is not where they meant to be; it may load nothing, as they may not have signed in. */
export function messagePage(message: string): string {
  const { title } = words.dashboard.messages;
  return html`<!doctype html>
<html lang="${words.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${message}</p><p><a href="/">${words.dashboard.frame.class}</a></p></main></body>
</html>
`.text;
}
