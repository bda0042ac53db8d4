import ts from "typescript";
import { isExportable } from "./exportDeclarations";

/** How a later cell refers to a name that a cell declares at its top level. */
export type Declaration =
  /** Can be assigned anew: `let` and `var`. */
  | { name: string; kind: "variable" }
  /** Anything else that has a value: constants, functions, classes, enums, namespaces. */
  | { name: string; kind: "value" }
  | { name: string; kind: "type" }
  /** An import; later cells repeat `statement`. */
  | { name: string; kind: "import"; statement: string };

/** The names that a cell declares at its top level. */
export function declaredNames(file: ts.SourceFile): Declaration[] {
  return file.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return importedNames(statement, file);
    if (ts.isImportEqualsDeclaration(statement)) {
      return [{ name: statement.name.text, kind: "import", statement: statement.getText(file) }];
    }
    if (!isExportable(statement)) return [];
    return ts.isVariableStatement(statement) ? variableNames(statement) : namedStatement(statement);
  });
}

function variableNames(statement: ts.VariableStatement): Declaration[] {
  const kind = statement.declarationList.flags & ts.NodeFlags.Const ? "value" : "variable";
  return statement.declarationList.declarations.flatMap(({ name }) =>
    bindingNames(name).map((bound) => ({ name: bound, kind }) as const),
  );
}

function bindingNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return name.text ? [name.text] : [];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bindingNames(element.name) : []));
}

function namedStatement(statement: ts.Statement): Declaration[] {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    return [{ name: statement.name.text, kind: "type" }];
  }
  const hasValue =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  return hasValue && statement.name ? [{ name: statement.name.text, kind: "value" }] : [];
}

function importedNames(statement: ts.ImportDeclaration, file: ts.SourceFile): Declaration[] {
  const clause = statement.importClause;
  if (!clause) return [];
  const source = file.text.slice(statement.moduleSpecifier.getStart(file), statement.end).replace(/;?\s*$/, ";");
  const keyword = clause.phaseModifier === ts.SyntaxKind.TypeKeyword ? "import type" : "import";
  const declare = (name: ts.Identifier, binding: string): Declaration => {
    return { name: name.text, kind: "import", statement: `${keyword} ${binding} from ${source}` };
  };
  const names = clause.name ? [declare(clause.name, clause.name.text)] : [];
  const bindings = clause.namedBindings;
  if (!bindings) return names;
  if (ts.isNamespaceImport(bindings)) return [...names, declare(bindings.name, bindings.getText(file))];
  return [...names, ...bindings.elements.map((element) => declare(element.name, `{ ${element.getText(file)} }`))];
}
