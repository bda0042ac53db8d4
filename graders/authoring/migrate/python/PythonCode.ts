import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { NotGradable } from "../../../extract/NotGradable";
import { withoutMagics } from "../../../extract/parse/withoutMagics";

/** Python source with its syntax tree. It is only read, never run. */
export interface PythonCode {
  text: string;
  top: SyntaxNode;
  /** The offset at which each line begins. */
  lineStarts: number[];
}

/**
 * Parses the source of a cell. Where it is not Python, the tree has error nodes; the rest is parsed as usual.
 *
 * @throws NotGradable for brackets nested deeper than any person writes
 */
export function parsePython(source: string): PythonCode {
  const text = withoutMagics(source);
  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return { text, top: parse(text), lineStarts };
}

/** The parser recurses into nested code, until the stack overflows. */
function parse(text: string): SyntaxNode {
  try {
    return parser.parse(text).topNode;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new NotGradable("has code that is nested too deeply to be read");
  }
}

export function textOf({ text }: PythonCode, node: SyntaxNode): string {
  return text.slice(node.from, node.to);
}

/** The line, from 1, at this offset. */
export function lineOf({ lineStarts }: PythonCode, offset: number): number {
  let [from, to] = [0, lineStarts.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (lineStarts[middle] <= offset) from = middle;
    else to = middle;
  }
  return from + 1;
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The nodes of this kind at or below `node`, in the order of the text. */
export function nodesOf(node: SyntaxNode, kind: string): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  node.cursor().iterate((inner) => {
    if (inner.name === kind) found.push(inner.node);
  });
  return found;
}
