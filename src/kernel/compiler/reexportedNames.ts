import ts from "typescript";
import type { Declaration } from "./Declaration";
import { isPackageName } from "./isPackageName";

/**
 * What `export { a as b }` and `export { a } from "module"` make visible to later cells.
 *
 * @param declared what the cell declares itself
 */
export function reexportedNames(
  statement: ts.ExportDeclaration,
  file: ts.SourceFile,
  declared: ReadonlyMap<string, Declaration>,
): Declaration[] {
  const { exportClause: clause, moduleSpecifier } = statement;
  if (!clause) return [];
  const from = moduleSpecifier && file.text.slice(moduleSpecifier.getStart(file), statement.end).replace(/;?\s*$/, ";");
  const isPackage = isPackageName(moduleSpecifier);
  const keyword = statement.isTypeOnly ? "import type" : "import";
  if (ts.isNamespaceExport(clause)) {
    const name = clause.name.text;
    return [{ name, kind: "import", statement: `${keyword} * as ${name} from ${from}`, isPackage }];
  }
  return clause.elements.flatMap((element): Declaration[] => {
    const { name, propertyName } = element;
    if (!ts.isIdentifier(name) || name.text === "default") return [];
    if (from) {
      const again = `${keyword} { ${element.getText(file)} } from ${from}`;
      return [{ name: name.text, kind: "import", statement: again, isPackage }];
    }
    const original = declared.get((propertyName ?? name).text);
    const isType = statement.isTypeOnly || element.isTypeOnly || original?.kind === "type";
    return [{ name: name.text, kind: isType ? "type" : "value" }];
  });
}
