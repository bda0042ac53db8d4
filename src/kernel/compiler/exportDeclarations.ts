import ts from "typescript";
import type { Insertion } from "./EditedSource";

/**
 * The insertions that turn a cell's top-level declarations into exports, so that they live in the notebook's shared
 * scope: a function in an earlier cell then sees the new version of anything declared again.
 */
export function exportDeclarations(file: ts.SourceFile): Insertion[] {
  return file.statements.flatMap((statement) => {
    if (!isExportable(statement)) return [];
    const keyword = isExported(statement) ? [] : [{ offset: statement.getStart(file), text: "export " }];
    return [...keyword, ...annotateEvolving(statement)];
  });
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
