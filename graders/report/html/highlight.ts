import ts from "typescript";
import { type Html, html } from "./html";

/** TypeScript with its keywords, strings, numbers and comments marked. */
export function highlight(source: string): Html {
  const file = ts.createSourceFile("code.ts", source, ts.ScriptTarget.ES2022, false, ts.ScriptKind.TS);
  const pieces: Html[] = [];
  let written = 0;
  const write = (end: number, kind: string | null): void => {
    if (end <= written) return;
    const text = source.slice(written, end);
    pieces.push(kind ? html`<span class="${kind}">${text}</span>` : html`${text}`);
    written = end;
  };
  for (const { from, to, kind } of tokensOf(file, source)) {
    write(from, null);
    write(to, kind);
  }
  write(source.length, null);
  return html`${pieces}`;
}

interface Token {
  from: number;
  to: number;
  kind: string;
}

/** What is to be marked, in its order. From the tree: a scanner alone gets lost in templates. */
function* tokensOf(file: ts.SourceFile, source: string): Generator<Token> {
  const leaves: ts.Node[] = [];
  const collect = (node: ts.Node): void => {
    const children = node.getChildren(file);
    if (children.length === 0) leaves.push(node);
    else for (const child of children) collect(child);
  };
  collect(file);
  for (const leaf of leaves) {
    const from = leaf.getStart(file);
    // Comments stand between a token and the one before it.
    if (from > leaf.pos) {
      const comments = ts.getLeadingCommentRanges(source, leaf.pos) ?? [];
      const trailing = ts.getTrailingCommentRanges(source, leaf.pos) ?? [];
      for (const { pos, end } of [...trailing, ...comments]) yield { from: pos, to: end, kind: "c" };
    }
    const kind = kindOf(leaf);
    if (kind) yield { from, to: leaf.end, kind };
  }
}

function kindOf({ kind }: ts.Node): string | null {
  if (kind >= ts.SyntaxKind.FirstKeyword && kind <= ts.SyntaxKind.LastKeyword) return "k";
  if (kind === ts.SyntaxKind.NumericLiteral || kind === ts.SyntaxKind.BigIntLiteral) return "n";
  const isText = kind >= ts.SyntaxKind.FirstLiteralToken && kind <= ts.SyntaxKind.LastTemplateToken;
  return isText ? "s" : null;
}
