import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { withoutMagics } from "../../extract/withoutMagics";

/** Python source with its syntax tree. It is only read: nothing of it ever runs. */
export interface PythonCode {
  text: string;
  top: SyntaxNode;
}

/** Parses the source of a cell. Where it is not Python, the tree has error nodes, and all around them is as usual. */
export function parsePython(source: string): PythonCode {
  const text = withoutMagics(source);
  return { text, top: parser.parse(text).topNode };
}

export function textOf({ text }: PythonCode, node: SyntaxNode): string {
  return text.slice(node.from, node.to);
}

/** The line, from 1, at this offset. */
export function lineOf({ text }: PythonCode, offset: number): number {
  return text.slice(0, offset).split("\n").length;
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
