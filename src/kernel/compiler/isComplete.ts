import { parseCell } from "./parseCell";

export type Completeness = { status: "complete" | "invalid" } | { status: "incomplete"; indent: string };

/** Whether Enter should run `code` in a console, or start another line. */
export function isComplete(code: string): Completeness {
  // Two empty lines run whatever is there.
  if (/\n\s*\n\s*$/.test(code)) return { status: "complete" };
  const { parseDiagnostics } = parseCell(code);
  if (parseDiagnostics.length === 0) return { status: "complete" };
  const end = code.trimEnd().length;
  const isUnfinished = parseDiagnostics.some(({ start }) => start >= end);
  return isUnfinished ? { status: "incomplete", indent: nextIndent(code) } : { status: "invalid" };
}

function nextIndent(code: string): string {
  const line = code.slice(code.lastIndexOf("\n") + 1);
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  return /[{([]\s*$/.test(line) ? `${indent}  ` : indent;
}
