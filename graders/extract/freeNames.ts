import ts from "typescript";
import { boundNames } from "./boundNames";

/**
 * The names that a piece of syntax uses as values and does not bind itself: what it reaches in the scope around it.
 * Types do not count, nor do property names and labels.
 */
export function freeNames(root: ts.Node): Set<string> {
  const free = new Set<string>();
  visit(root, new Set(), free);
  return free;
}

type Scope = ReadonlySet<string>;

function visit(node: ts.Node, scope: Scope, free: Set<string>): void {
  if (ts.isIdentifier(node)) {
    if (!scope.has(node.text)) free.add(node.text);
    return;
  }
  if (ts.isHeritageClause(node)) {
    if (node.token === ts.SyntaxKind.ExtendsKeyword) for (const type of node.types) visit(type.expression, scope, free);
    return;
  }
  if (ts.isExpressionWithTypeArguments(node)) {
    visit(node.expression, scope, free);
    return;
  }
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
  const inner = scopeInside(node, scope);
  for (const child of valueChildren(node)) visit(child, inner, free);
}

/** The children in which identifiers are uses of a variable, or hold such uses further down. */
function valueChildren(node: ts.Node): ts.Node[] {
  if (ts.isPropertyAccessExpression(node)) return [node.expression];
  if (ts.isLabeledStatement(node)) return [node.statement];
  if (ts.isBreakOrContinueStatement(node) || ts.isImportDeclaration(node) || ts.isMetaProperty(node)) return [];
  const children: ts.Node[] = [];
  const skipped = nameOf(node);
  ts.forEachChild(node, (child) => {
    if (child !== skipped) children.push(child);
  });
  if (!ts.isBindingElement(node)) return children;
  // In `{ from: to }`, `from` is a property and `to` is bound; `{ [key]: to }` uses `key`.
  return children.filter((child) => child !== node.propertyName || ts.isComputedPropertyName(child));
}

/** The identifier that a declaration or a property only names; a computed name and a pattern hold uses. */
function nameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isShorthandPropertyAssignment(node)) return undefined;
  const { name } = node as Partial<ts.NamedDeclaration>;
  return name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) ? name : undefined;
}

function scopeInside(node: ts.Node, scope: Scope): Scope {
  const names = namesBoundBy(node);
  return names.length > 0 ? new Set([...scope, ...names]) : scope;
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
  return body ? [...names, ...varNames(body)] : names;
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
  const walk = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    const isVar = ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0;
    if (isVar) names.push(...node.declarations.flatMap(({ name }) => boundNames(name)));
    ts.forEachChild(node, walk);
  };
  walk(body);
  return names;
}
