import ts from "typescript";
import { type Locale, locales } from "../../words/locale";

/**
 * The language that a cell chooses for the notebook, as in `useAssignment("…", { locale: "zh-CN" })`: English
 * if it names none, undefined if it does not call `useAssignment`.
 */
export function localeIn(tree: ts.SourceFile): Locale | undefined {
  for (const statement of tree.statements) {
    const call = ts.isExpressionStatement(statement) ? statement.expression : undefined;
    if (!call || !ts.isCallExpression(call) || call.expression.getText(tree) !== "useAssignment") continue;
    const name = textOf(call.arguments[1], "locale");
    return locales.find((locale) => locale === name) ?? "en";
  }
  return undefined;
}

/** The text that an object written here has as a property. */
function textOf(object: ts.Expression | undefined, name: string): string | undefined {
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  for (const property of object.properties) {
    if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) continue;
    if (property.name.text === name && ts.isStringLiteralLike(property.initializer)) return property.initializer.text;
  }
  return undefined;
}
