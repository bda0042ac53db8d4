import ts from "typescript";
import { bindingNames } from "./bindingNames";

/**
 * How often each name is declared by `var`, also inside blocks and loops: such a variable belongs to the whole program.
 */
export function hoistedVariables(file: ts.SourceFile): Map<string, { count: number; isNested: boolean }> {
  const found = new Map<string, { count: number; isNested: boolean }>();
  const note = (list: ts.VariableDeclarationList, isNested: boolean): void => {
    if (list.flags & ts.NodeFlags.BlockScoped) return;
    for (const name of list.declarations.flatMap((declaration) => bindingNames(declaration.name))) {
      const before = found.get(name);
      found.set(name, { count: (before?.count ?? 0) + 1, isNested: isNested || (before?.isNested ?? false) });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclarationList(node))
      note(node, !ts.isVariableStatement(node.parent) || node.parent.parent !== file);
    else if (holdsStatements(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

/** Not functions, classes and namespaces, whose variables are their own, and not expressions, which have none. */
function holdsStatements(node: ts.Node): boolean {
  return (
    ts.isVariableStatement(node) ||
    ts.isBlock(node) ||
    ts.isIfStatement(node) ||
    ts.isIterationStatement(node, false) ||
    ts.isTryStatement(node) ||
    ts.isCatchClause(node) ||
    ts.isSwitchStatement(node) ||
    ts.isCaseBlock(node) ||
    ts.isCaseOrDefaultClause(node) ||
    ts.isLabeledStatement(node)
  );
}
