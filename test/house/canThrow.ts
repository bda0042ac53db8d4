import path from "node:path";
import ts from "typescript";
import { root } from "./files";

/** Running out of memory is nobody's own error. */
const exempt = new Set(["allocate"]);

/**
 * Says of a declaration in core or random whether a `throw` is in it, or in what it calls there, however far away. What
 * depends on the values is beyond it: a function whose arguments are always right can throw all the same.
 */
export function throwFinder(program: ts.Program): (declarations: readonly ts.Declaration[]) => boolean {
  const checker = program.getTypeChecker();
  const known = new Map<ts.Node, boolean>();

  function canThrow(node: ts.Node): boolean {
    const before = known.get(node);
    if (before !== undefined) return before;
    known.set(node, false); // while it is being looked at, and so for what calls itself
    const found = throwsWithin(node);
    known.set(node, found);
    return found;
  }

  function throwsWithin(node: ts.Node): boolean {
    if (ts.isThrowStatement(node)) return true;
    if (ts.isTypeNode(node)) return false;
    if (ts.isIdentifier(node) && declarationsOf(node).some(canThrow)) return true;
    return ts.forEachChild(node, (child) => throwsWithin(child) || undefined) ?? false;
  }

  function declarationsOf(name: ts.Identifier): ts.Node[] {
    const found = checker.getSymbolAtLocation(name);
    const symbol = found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    return symbol && !exempt.has(symbol.name) ? (symbol.declarations ?? []).flatMap(runs) : [];
  }

  /** What of a declaration runs when its name is used: of a class, the constructor; of a signature, what is registered. */
  function runs(declaration: ts.Declaration): ts.Node[] {
    const file = path.relative(root, declaration.getSourceFile().fileName);
    if (!/^src\/(core|random)\//.test(file)) return [];
    if (ts.isClassDeclaration(declaration)) return declaration.members.filter(ts.isConstructorDeclaration);
    if (ts.isMethodSignature(declaration) || ts.isPropertySignature(declaration)) return registered(declaration);
    return ts.isFunctionLike(declaration) || ts.isVariableDeclaration(declaration) ? [declaration] : [];
  }

  return (declarations) => declarations.flatMap(runs).some(canThrow);
}

/** The method of that name in an object literal of the same file. */
function registered(signature: ts.MethodSignature | ts.PropertySignature): ts.Node[] {
  const name = signature.name.getText();
  const found: ts.Node[] = [];
  const search = (node: ts.Node): void => {
    const isMethod = ts.isMethodDeclaration(node) || ts.isGetAccessorDeclaration(node);
    if (isMethod && node.name.getText() === name) found.push(node);
    ts.forEachChild(node, search);
  };
  search(signature.getSourceFile());
  return found;
}
