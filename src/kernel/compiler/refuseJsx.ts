import ts from "typescript";
import { kernel as words } from "../../words/kernel";
import type { EditedSource } from "./EditedSource";
import { unnumbered } from "./habits/findHabits";
import { parseCell } from "./parseCell";

/** The syntax errors of a cell; only one, which says so, if it is right as TSX. */
export function refuseJsx(
  errors: readonly ts.DiagnosticWithLocation[],
  { text }: EditedSource,
): readonly ts.Diagnostic[] {
  const element = findJsx(text);
  const [first] = errors;
  if (!element || !first) return errors;
  const start = element.getStart();
  return [{ ...first, code: unnumbered, start, length: element.end - start, messageText: words.jsx }];
}

/** The first element of JSX in a program that can be read only as TSX; undefined if it is something else. */
function findJsx(code: string): ts.Node | undefined {
  const parsed = parseCell(code, ts.ScriptKind.TSX);
  if (parsed.parseDiagnostics.length > 0) return undefined;
  const find = (node: ts.Node): ts.Node | undefined =>
    ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)
      ? node
      : ts.forEachChild(node, find);
  return find(parsed);
}
