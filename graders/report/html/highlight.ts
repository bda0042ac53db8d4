import { type Html, html } from "./html";
import { tokensOf } from "./tokensOf";

/** TypeScript with its keywords, strings, numbers and comments marked. */
export function highlight(source: string): Html {
  const pieces: Html[] = [];
  let written = 0;
  const write = (end: number, kind: string | null): void => {
    if (end <= written) return;
    const text = source.slice(written, end);
    pieces.push(kind ? html`<span class="${kind}">${text}</span>` : html`${text}`);
    written = end;
  };
  for (const { from, to, kind } of tokensOf(source)) {
    write(from, null);
    write(to, kind);
  }
  write(source.length, null);
  return html`${pieces}`;
}
