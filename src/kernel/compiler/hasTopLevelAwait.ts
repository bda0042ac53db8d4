import ts from "typescript";

/** Whether a program waits outside its functions, so that it has to run as an asynchronous function. */
export function hasTopLevelAwait(file: ts.SourceFile): boolean {
  return contains(file);
}

function contains(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node)) return true;
  if (ts.isForOfStatement(node) && node.awaitModifier) return true;
  if (ts.isVariableDeclarationList(node) && isAwaitUsing(node)) return true;
  if (runsLater(node)) return atOnce(node).some(contains);
  return ts.forEachChild(node, (child) => contains(child) || undefined) ?? false;
}

function isAwaitUsing({ flags }: ts.VariableDeclarationList): boolean {
  return (flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.AwaitUsing;
}

/** What has an `await` of its own, or none. */
function runsLater(node: ts.Node): boolean {
  return (
    ts.isFunctionLike(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isClassStaticBlockDeclaration(node) ||
    ts.isModuleDeclaration(node)
  );
}

/** The parts of a function or property that are evaluated where it is declared: decorators, and a name in brackets. */
function atOnce(node: ts.Node): ts.Node[] {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  const { name } = node as ts.NamedDeclaration;
  return name && ts.isComputedPropertyName(name) ? [...decorators, name.expression] : [...decorators];
}
