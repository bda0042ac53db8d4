import { type Html, html } from "./html";
import { type Token, tokensOf } from "./tokensOf";

/** A piece of code; null: it is not marked. */
interface Piece {
  text: string;
  kind: Token["kind"] | null;
}

/** TypeScript with its keywords, strings, numbers and comments marked. */
export function highlight(source: string): Html {
  return html`${piecesOf(source).map(marked)}`;
}

/** The same, line by line: what goes on over several lines is marked in each. */
export function highlightLines(source: string): Html[] {
  const lines: Html[][] = [[]];
  for (const { text, kind } of piecesOf(source)) {
    for (const [i, part] of text.split("\n").entries()) {
      if (i > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push(marked({ text: part, kind }));
    }
  }
  return lines.map((line) => html`${line}`);
}

function marked({ text, kind }: Piece): Html {
  return kind ? html`<span class="${kind}">${text}</span>` : html`${text}`;
}

function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = [];
  let written = 0;
  const write = (end: number, kind: Piece["kind"]): void => {
    if (end <= written) return;
    pieces.push({ text: source.slice(written, end), kind });
    written = end;
  };
  for (const { from, to, kind } of tokensOf(source)) {
    write(from, null);
    write(to, kind);
  }
  write(source.length, null);
  return pieces;
}
