import ts from "typescript";
import { standIns } from "./standIns";

/** Rewrites `import(…)` and `import.meta`, which scripts do not have, to what stands in for them. */
export const replaceImports: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const args = ts.visitNodes(node.arguments, visit) as ts.NodeArray<ts.Expression>;
      const called = ts.setTextRange(factory.createIdentifier(standIns.import), node.expression);
      return ts.setTextRange(factory.createCallExpression(called, undefined, args), node);
    }
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      return ts.setTextRange(factory.createIdentifier(standIns.meta), node);
    }
    return ts.visitEachChild(node, visit, context);
  };
  // Whatever has neither stays as it is, which is quicker.
  return (source) => (/\bimport\s*[(.]/.test(source.text) ? ts.visitEachChild(source, visit, context) : source);
};
