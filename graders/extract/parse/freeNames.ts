import ts from "typescript";
import { boundNames } from "./boundNames";
import { reverseFrom, walk } from "./walk";

/** The end of a scope: from here on, its names mean again what they mean outside it. */
type Left = readonly string[];

/**
 * The names that a piece of syntax uses as values but does not bind itself: what it reaches in the scope around it.
 * Types, property names and labels do not count. Takes time proportional to its length, however deeply it is nested.
 */
export function freeNames(root: ts.Node): Set<string> {
  const free = new Set<string>();
  const bound = new BoundNames();
  const pending: (ts.Node | Left)[] = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (isLeft(next)) {
      bound.leave(next);
    } else if (ts.isIdentifier(next)) {
      if (!bound.has(next.text)) free.add(next.text);
    } else if (!isType(next)) {
      const names = namesBoundBy(next);
      if (names.length > 0) {
        bound.enter(names);
        pending.push(names);
      }
      const first = pending.length;
      pushValueChildren(next, pending);
      reverseFrom(pending, first);
    }
  }
  return free;
}

function isLeft(step: ts.Node | Left): step is Left {
  return Array.isArray(step);
}

/** How many of the scopes around a place bind each name. */
class BoundNames {
  private readonly counts = new Map<string, number>();

  has(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }

  enter(names: readonly string[]): void {
    for (const name of names) this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  leave(names: readonly string[]): void {
    for (const name of names) this.counts.set(name, (this.counts.get(name) ?? 0) - 1);
  }
}

function isType(node: ts.Node): boolean {
  if (ts.isHeritageClause(node)) return node.token !== ts.SyntaxKind.ExtendsKeyword;
  // A base class is written as a type but is a value.
  if (ts.isExpressionWithTypeArguments(node)) return false;
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

/** The children in which identifiers are uses of a variable, or hold such uses further down. */
function pushValueChildren(node: ts.Node, into: (ts.Node | Left)[]): void {
  if (ts.isPropertyAccessExpression(node) || ts.isExpressionWithTypeArguments(node)) {
    into.push(node.expression);
    return;
  }
  if (ts.isLabeledStatement(node)) {
    into.push(node.statement);
    return;
  }
  if (ts.isBreakOrContinueStatement(node) || ts.isImportDeclaration(node) || ts.isMetaProperty(node)) return;
  const skipped = nameOf(node);
  // In `{ from: to }`, `from` is a property and `to` is bound; `{ [key]: to }` uses `key`.
  const property = ts.isBindingElement(node) ? node.propertyName : undefined;
  ts.forEachChild(node, (child) => {
    if (child !== skipped && (child !== property || ts.isComputedPropertyName(child))) into.push(child);
  });
}

/** The identifier that merely names a declaration or a property; computed names and patterns contain uses. */
function nameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isShorthandPropertyAssignment(node)) return undefined;
  const { name } = node as Partial<ts.NamedDeclaration>;
  return name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) ? name : undefined;
}

function namesBoundBy(node: ts.Node): string[] {
  if (ts.isFunctionLike(node)) return functionNames(node);
  if (ts.isClassExpression(node) || ts.isClassDeclaration(node)) return node.name ? [node.name.text] : [];
  if (ts.isClassStaticBlockDeclaration(node)) return varNames(node.body);
  if (ts.isBlock(node) || ts.isModuleBlock(node)) return node.statements.flatMap(lexicalNames);
  if (ts.isCaseBlock(node)) return node.clauses.flatMap(({ statements }) => statements.flatMap(lexicalNames));
  if (ts.isCatchClause(node)) return node.variableDeclaration ? boundNames(node.variableDeclaration.name) : [];
  if (ts.isForStatement(node) || ts.isForInStatement(node) || ts.isForOfStatement(node)) {
    const { initializer } = node;
    if (!initializer || !ts.isVariableDeclarationList(initializer)) return [];
    return initializer.declarations.flatMap(({ name }) => boundNames(name));
  }
  return [];
}

function functionNames(node: ts.SignatureDeclaration): string[] {
  const names = node.parameters.flatMap(({ name }) => boundNames(name));
  if (!ts.isArrowFunction(node)) names.push("arguments");
  if ((ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node)) && node.name) names.push(node.name.text);
  const { body } = node as ts.FunctionLikeDeclaration;
  return body ? names.concat(varNames(body)) : names;
}

/** Names that a statement binds in the block around it. */
function lexicalNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  const isDeclaration =
    ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement);
  return isDeclaration && statement.name ? [statement.name.text] : [];
}

/** Names declared with `var` anywhere in a function body: they belong to the whole function. */
function varNames(body: ts.Node): string[] {
  const names: string[] = [];
  walk(body, (node) => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
    const isVar = ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0;
    if (isVar) for (const { name } of node.declarations) for (const bound of boundNames(name)) names.push(bound);
    return true;
  });
  return names;
}
