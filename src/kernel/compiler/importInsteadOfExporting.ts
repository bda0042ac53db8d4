import ts from "typescript";

/**
 * Rewrites `export … from "module"` in `file` to `import "module"`: later cells import the names from the module itself.
 */
export function importInsteadOfExporting(file: string): ts.TransformerFactory<ts.SourceFile> {
  return ({ factory }) => {
    const replace = (statement: ts.Statement): ts.Statement => {
      if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier || statement.isTypeOnly) return statement;
      return ts.setTextRange(
        factory.createImportDeclaration(undefined, undefined, statement.moduleSpecifier, statement.attributes),
        statement,
      );
    };
    return (source) =>
      source.fileName === file && source.statements.some(ts.isExportDeclaration)
        ? factory.updateSourceFile(source, source.statements.map(replace))
        : source;
  };
}
