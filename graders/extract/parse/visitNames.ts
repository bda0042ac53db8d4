import ts from "typescript";
import { boundNames } from "./boundNames";
import { reverseFrom, walk } from "./walk";

/** When code runs: at once; later, if at all, when a function is called; or either, like a function that is passed on. */
export type When = "now" | "later" | "either";

/** What is known of a name that is used as a value. */
export interface UsedName {
  node: ts.Identifier;
  /** Whether the piece of syntax binds it itself, rather than reaching it in the scope around it. */
  isBound: boolean;
  when: When;
}

/** The end of a piece of syntax: from here on, things are again as they are outside it. */
interface Left {
  names: readonly string[];
  when: When;
}

/**
 * Visits the names that a piece of syntax uses as values. Types, property names and labels do not count. Takes time
 * proportional to its length, however deeply it is nested.
 *
 * @param whenRun when the code in a node that runs at once itself is run
 */
export function visitNames(root: ts.Node, whenRun: (node: ts.Node) => When, visit: (name: UsedName) => void): void {
  const bound = new BoundNames();
  let when: When = "now";
  const pending: (ts.Node | Left)[] = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (isLeft(next)) {
      bound.leave(next.names);
      when = next.when;
    } else if (ts.isIdentifier(next)) {
      visit({ node: next, isBound: bound.has(next.text), when });
    } else if (!isType(next)) {
      const names = namesBoundBy(next);
      const inside: When = when === "now" ? whenRun(next) : when;
      if (names.length > 0 || inside !== when) {
        bound.enter(names);
        pending.push({ names, when });
        when = inside;
      }
      const first = pending.length;
      pushValueChildren(next, pending);
      reverseFrom(pending, first);
    }
  }
}

function isLeft(step: ts.Node | Left): step is Left {
  return "when" in step;
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

const none: readonly string[] = [];

function namesBoundBy(node: ts.Node): readonly string[] {
  if (ts.isFunctionLike(node)) return functionNames(node);
  switch (node.kind) {
    case ts.SyntaxKind.ClassExpression:
    case ts.SyntaxKind.ClassDeclaration: {
      const { name } = node as ts.ClassLikeDeclaration;
      return name ? [name.text] : none;
    }
    case ts.SyntaxKind.ClassStaticBlockDeclaration:
      return varNames((node as ts.ClassStaticBlockDeclaration).body);
    case ts.SyntaxKind.Block:
    case ts.SyntaxKind.ModuleBlock:
      return (node as ts.BlockLike).statements.flatMap(lexicalNames);
    case ts.SyntaxKind.CaseBlock:
      return (node as ts.CaseBlock).clauses.flatMap(({ statements }) => statements.flatMap(lexicalNames));
    case ts.SyntaxKind.EnumDeclaration:
      return (node as ts.EnumDeclaration).members.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : none));
    case ts.SyntaxKind.CatchClause: {
      const { variableDeclaration } = node as ts.CatchClause;
      return variableDeclaration ? boundNames(variableDeclaration.name) : none;
    }
    case ts.SyntaxKind.ForStatement:
    case ts.SyntaxKind.ForInStatement:
    case ts.SyntaxKind.ForOfStatement: {
      const { initializer } = node as ts.ForStatement | ts.ForInOrOfStatement;
      if (!initializer || !ts.isVariableDeclarationList(initializer)) return none;
      return initializer.declarations.flatMap(({ name }) => boundNames(name));
    }
    default:
      return none;
  }
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
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  return isDeclaration && statement.name ? [statement.name.text] : [];
}

/** Names declared with `var` anywhere in a function body: they belong to the whole function. */
export function varNames(body: ts.Node): string[] {
  const names: string[] = [];
  walk(body, (node) => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
    const isVar = ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0;
    if (isVar) for (const { name } of node.declarations) for (const bound of boundNames(name)) names.push(bound);
    return true;
  });
  return names;
}
