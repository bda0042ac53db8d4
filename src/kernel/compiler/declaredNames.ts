import ts from "typescript";
import { bindingNames } from "./bindingNames";
import { type Declaration, hasValue } from "./Declaration";
import { exportedByName, isExportable } from "./exportDeclarations";
import { isPackageName } from "./isPackageName";
import { reexportedNames } from "./reexportedNames";

/** The names that a cell declares at its top level, each once. */
export function declaredNames(file: ts.SourceFile): Declaration[] {
  const declared = file.statements.flatMap((statement) => declarationsOf(statement, file));
  const hoisted = exportedByName(file).map((name): Declaration => ({ name, kind: "variable" }));
  const byName = new Map<string, Declaration>();
  for (const each of [...hoisted, ...declared]) {
    // An interface may have the name of a constant.
    const before = byName.get(each.name);
    if (!before || !hasValue(before) || hasValue(each)) byName.set(each.name, each);
  }
  const exported = file.statements.filter(ts.isExportDeclaration);
  for (const each of exported.flatMap((statement) => reexportedNames(statement, file, byName))) {
    if (!byName.has(each.name)) byName.set(each.name, each);
  }
  return [...byName.values()];
}

function declarationsOf(statement: ts.Statement, file: ts.SourceFile): Declaration[] {
  if (ts.isImportDeclaration(statement)) return importedNames(statement, file);
  if (ts.isImportEqualsDeclaration(statement)) {
    const { moduleReference: from } = statement;
    const isPackage = ts.isExternalModuleReference(from) && isPackageName(from.expression);
    return [{ name: statement.name.text, kind: "import", statement: statement.getText(file), isPackage }];
  }
  if (isAugmentation(statement)) return [{ name: describeAugmentation(statement, file), kind: "augmentation" }];
  if (!isExportable(statement)) return [];
  return ts.isVariableStatement(statement) ? variableNames(statement) : namedStatement(statement);
}

function isAugmentation(statement: ts.Statement): statement is ts.ModuleDeclaration {
  if (!ts.isModuleDeclaration(statement)) return false;
  return ts.isStringLiteral(statement.name) || (statement.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

/** Stays the same in a later version of an augmentation, which replaces the earlier one. */
function describeAugmentation({ name, body }: ts.ModuleDeclaration, file: ts.SourceFile): string {
  const statements = body && ts.isModuleBlock(body) ? [...body.statements] : [];
  const names = statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? variableNames(statement) : namedStatement(statement),
  );
  return [name.getText(file), ...names.map((declaration) => declaration.name)].join(" ");
}

function variableNames(statement: ts.VariableStatement): Declaration[] {
  const kind = statement.declarationList.flags & ts.NodeFlags.Const ? "value" : "variable";
  return statement.declarationList.declarations.flatMap(({ name }) =>
    bindingNames(name).map((bound) => ({ name: bound, kind }) as const),
  );
}

function namedStatement(statement: ts.Statement): Declaration[] {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    return [{ name: statement.name.text, kind: "type" }];
  }
  const isValue =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  return isValue && statement.name ? [{ name: statement.name.text, kind: "value" }] : [];
}

function importedNames(statement: ts.ImportDeclaration, file: ts.SourceFile): Declaration[] {
  const clause = statement.importClause;
  if (!clause) return [];
  const source = file.text.slice(statement.moduleSpecifier.getStart(file), statement.end).replace(/;?\s*$/, ";");
  const keyword = clause.phaseModifier === ts.SyntaxKind.TypeKeyword ? "import type" : "import";
  const isPackage = isPackageName(statement.moduleSpecifier);
  const declare = (name: ts.Identifier, binding: string): Declaration => {
    return { name: name.text, kind: "import", statement: `${keyword} ${binding} from ${source}`, isPackage };
  };
  const names = clause.name ? [declare(clause.name, clause.name.text)] : [];
  const bindings = clause.namedBindings;
  if (!bindings) return names;
  if (ts.isNamespaceImport(bindings)) return [...names, declare(bindings.name, bindings.getText(file))];
  return [...names, ...bindings.elements.map((element) => declare(element.name, `{ ${element.getText(file)} }`))];
}
