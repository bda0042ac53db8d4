import ts from "typescript";
import type { Insertion } from "./EditedSource";
import { hoistedVariables } from "./hoistedVariables";
import { namesOf } from "./namesOf";

/**
 * The insertions that turn a cell's top-level declarations into exports, so that they live in the notebook's shared
 * scope: a function in an earlier cell then sees the new version of anything declared again.
 */
export function exportDeclarations(file: ts.SourceFile): Insertion[] {
  const byName = new Set(exportedByName(file));
  const marked: string[] = [];
  const insertions = file.statements.flatMap((statement) => {
    if (!isExportable(statement)) return [];
    const names = namesOf(statement);
    if (names.some((name) => byName.has(name))) return [];
    marked.push(...names);
    const keyword = isExported(statement) ? [] : [{ offset: statement.getStart(file), text: "export " }];
    return [...keyword, ...annotateEvolving(statement)];
  });
  return [...insertions, ...leaveOut(file, new Set([...marked, ...byName]))];
}

/**
 * The variables that `export` in front of their declaration cannot make visible: those declared by `var` inside a block
 * or a loop, or several times, with those declared beside them. They are exported by name instead.
 */
export function exportedByName(file: ts.SourceFile): string[] {
  const hoisted = hoistedVariables(file);
  const names = new Set([...hoisted].flatMap(([name, { count, isNested }]) => (count > 1 || isNested ? [name] : [])));
  for (const statement of file.statements.filter(ts.isVariableStatement)) {
    const together = namesOf(statement);
    if (!isExported(statement) && together.some((name) => names.has(name)))
      for (const name of together) names.add(name);
  }
  return [...names];
}

/** Whether a statement declares something that other cells can use: not `using x`, which ends with its cell. */
export function isExportable(statement: ts.Statement): boolean {
  if (ts.isVariableStatement(statement)) {
    const scope = statement.declarationList.flags & ts.NodeFlags.BlockScoped;
    return scope !== ts.NodeFlags.Using && scope !== ts.NodeFlags.AwaitUsing;
  }
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name !== undefined;
  if (ts.isModuleDeclaration(statement)) return ts.isIdentifier(statement.name) && statement.name.text !== "global";
  return (
    ts.isEnumDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
  );
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** Makes comments of what is exported twice: `a` in `export { a, a as b }`, when `const a` has become an export. */
function leaveOut(file: ts.SourceFile, marked: ReadonlySet<string>): Insertion[] {
  return file.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier) return [];
    if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) return [];
    return statement.exportClause.elements.flatMap((element) => {
      if (element.propertyName || !marked.has(element.name.text)) return [];
      const [comma] = /^\s*,/.exec(file.text.slice(element.end)) ?? [""];
      return [
        { offset: element.getStart(file), text: "/*" },
        { offset: element.end + comma.length, text: "*/" },
      ];
    });
  });
}

/**
 * `let x;`, `let x = null` and `const xs = []` take their type from later assignments, which TypeScript only follows
 * inside one file. Across cells they are `any` and `any[]`.
 */
function annotateEvolving(statement: ts.Statement): Insertion[] {
  if (!ts.isVariableStatement(statement)) return [];
  const isConst = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
  return statement.declarationList.declarations.flatMap(({ name, type, initializer }) => {
    if (type || !ts.isIdentifier(name)) return [];
    if (initializer && ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0) {
      return [{ offset: name.end, text: ": any[]" }];
    }
    return !isConst && isUnset(initializer) ? [{ offset: name.end, text: ": any" }] : [];
  });
}

function isUnset(initializer: ts.Expression | undefined): boolean {
  if (!initializer) return true;
  if (initializer.kind === ts.SyntaxKind.NullKeyword) return true;
  return ts.isIdentifier(initializer) && initializer.text === "undefined";
}
