import ts from "typescript";
import { bindingNames } from "./bindingNames";

/** The names that a statement declares. */
export function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => bindingNames(name));
  }
  const { name } = statement as unknown as ts.NamedDeclaration;
  return name && ts.isIdentifier(name) ? [name.text] : [];
}
