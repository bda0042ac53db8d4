import ts from "typescript";

const assignmentModule = /^\.\/([\w-]+)\/assignment$/;

/**
 * The text of `src/assignments/index.ts` with some of the assignments only: what imports the others, and every item of
 * a list and member of an interface that names them, is left out.
 *
 * @param folders the assignments to keep, as their folders are named
 */
export function pruneRegistry(source: string, folders: ReadonlySet<string>): string {
  const file = ts.createSourceFile("index.ts", source, ts.ScriptTarget.ES2022, true);
  const dropped = file.statements.filter((statement) => isOfOther(statement, folders)) as ts.ImportDeclaration[];
  const names = new Set(dropped.flatMap(boundNames));
  const isGone = (node: ts.Node): boolean =>
    dropped.includes(node as ts.ImportDeclaration) ||
    (ts.isIdentifier(node) && ts.isArrayLiteralExpression(node.parent) && names.has(node.text)) ||
    (ts.isPropertySignature(node) && node.type !== undefined && names.has(node.type.getText(file)));
  const { transformed, dispose } = ts.transform(file, [
    (context) => (root) => {
      const visit = (node: ts.Node): ts.Node | undefined =>
        isGone(node) ? undefined : ts.visitEachChild(node, visit, context);
      return ts.visitEachChild(root, visit, context);
    },
  ]);
  const text = ts.createPrinter().printFile(transformed[0]);
  dispose();
  return text;
}

function isOfOther(statement: ts.Statement, folders: ReadonlySet<string>): boolean {
  if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return false;
  const folder = assignmentModule.exec(statement.moduleSpecifier.text)?.[1];
  return folder !== undefined && !folders.has(folder);
}

function boundNames({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
}
