import ts from "typescript";
import type { Declaration } from "./Declaration";

/** The names that `export * from "module"` makes visible to later cells, but for those that the cell declares itself. */
export function starImports(file: ts.SourceFile, program: ts.Program, declared: readonly Declaration[]): Declaration[] {
  const own = new Set(declared.map(({ name }) => name));
  return file.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.exportClause || !statement.moduleSpecifier) return [];
    const module = program.getTypeChecker().getSymbolAtLocation(statement.moduleSpecifier);
    const exports = module ? program.getTypeChecker().getExportsOfModule(module) : [];
    const names = exports.map(({ name }) => name).filter((name) => /^[\p{ID_Start}$_]/u.test(name) && !own.has(name));
    const from = statement.moduleSpecifier.getText(file);
    return names
      .filter((name) => name !== "default")
      .map((name): Declaration => {
        // There may be hundreds; each cell takes what it uses.
        return { name, kind: "import", statement: `import { ${name} } from ${from};`, isPackage: false };
      });
  });
}
