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
    const named = locales.find((locale) => call.arguments[1]?.getText(tree).includes(`"${locale}"`));
    return named ?? "en";
  }
  return undefined;
}
