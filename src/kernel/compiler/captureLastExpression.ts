import ts from "typescript";
import { standIns } from "./standIns";

/** Rewrites a last statement `expression;` of `file` to `__result__(expression);`. */
export function captureLastExpression(file: string): ts.TransformerFactory<ts.SourceFile> {
  return ({ factory }) =>
    (source) => {
      const last = source.statements.at(-1);
      if (source.fileName !== file || !last || !ts.isExpressionStatement(last)) return source;
      const call = factory.createCallExpression(factory.createIdentifier(standIns.result), undefined, [
        last.expression,
      ]);
      const statement = ts.setTextRange(factory.createExpressionStatement(call), last);
      return factory.updateSourceFile(source, [...source.statements.slice(0, -1), statement]);
    };
}
