import path from "node:path";
import ts from "typescript";
import { root } from "./files";

/** Any function may run out of memory, so that error is not counted. */
const exempt = new Set(["allocate"]);

/**
 * Says whether a declaration in core, np or random contains a `throw`, or calls something there that does, directly or
 * indirectly. It ignores values: a function whose callees are always given valid arguments still counts as one that can
 * throw.
 */
export function throwFinder(program: ts.Program): (declarations: readonly ts.Declaration[]) => boolean {
  const checker = program.getTypeChecker();
  const known = new Map<ts.Node, boolean>();

  function canThrow(node: ts.Node): boolean {
    const before = known.get(node);
    if (before !== undefined) return before;
    known.set(node, false); // while it is examined, so that recursion ends
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

  /** What runs when a declaration's name is used: for a class, the constructor; for a signature, what is registered. */
  function runs(declaration: ts.Declaration): ts.Node[] {
    const file = path.relative(root, declaration.getSourceFile().fileName);
    if (!/^src\/(core|np|random)\//.test(file)) return [];
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
