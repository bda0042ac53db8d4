import ts from "typescript";
import { parseCell } from "./parseCell";

export type Completeness = { status: "complete" | "invalid" } | { status: "incomplete"; indent: string };

/** Whether Enter should run `code` in a console, or start another line. */
export function isComplete(code: string): Completeness {
  // Two empty lines run whatever is there.
  if (/\n\s*\n\s*$/.test(code)) return { status: "complete" };
  const file = parseCell(code);
  const { parseDiagnostics } = file;
  if (parseDiagnostics.length === 0) return { status: "complete" };
  if (hasBrokenLine(file)) return { status: "invalid" };
  const end = code.trimEnd().length;
  const isUnfinished = parseDiagnostics.some(({ start }) => start >= end);
  return isUnfinished ? { status: "incomplete", indent: nextIndent(code) } : { status: "invalid" };
}

/** Whether a text in quotes, or a regular expression, has no end: unlike a template, it must end on its line. */
function hasBrokenLine(node: ts.Node): boolean {
  const isBroken = ts.isStringLiteral(node) || ts.isRegularExpressionLiteral(node) ? node.isUnterminated : false;
  return isBroken || (ts.forEachChild(node, (child) => hasBrokenLine(child) || undefined) ?? false);
}

function nextIndent(code: string): string {
  const line = code.slice(code.lastIndexOf("\n") + 1);
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  return /[{([]\s*$/.test(line) ? `${indent}  ` : indent;
}
