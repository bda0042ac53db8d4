import ts from "typescript";
import type { Proof } from "./Proof";

/** `(n, 1)`, `(nH, nX)`, `(T,)`, or a phrase that mentions the shape. */
const shape = /\([^()]+,[^()]*\)|shape/;

/**
 * Learners write a function from its documentation, so it describes every parameter and the result, including the
 * shapes of arrays.
 */
export const functionsAreDocumented: Proof = ({ assignment, solutionSource }) => {
  const file = ts.createSourceFile("solution.ts", solutionSource, ts.ScriptTarget.Latest, true);
  const declarations = file.statements.filter(ts.isFunctionDeclaration);
  const problems = assignment.functions.flatMap(({ name }) => {
    const own = declarations.filter((declaration) => declaration.name?.text === name);
    const documented = own.find((declaration) => ts.getJSDocCommentsAndTags(declaration).length > 0);
    return documented ? problemsWith(name, documented, own[own.length - 1]) : [`${name} has no documentation`];
  });
  return { what: "every function says what it takes and returns, with shapes", problems };
};

function problemsWith(name: string, documented: ts.FunctionDeclaration, last: ts.FunctionDeclaration): string[] {
  const tags = ts.getJSDocTags(documented);
  const params = new Map(tags.filter(ts.isJSDocParameterTag).map((tag) => [tag.name.getText(), textOf(tag)]));
  const returns = tags.find(ts.isJSDocReturnTag);
  const problems = last.parameters.flatMap((parameter) => {
    const own = parameter.name.getText();
    const text = params.get(own);
    if (!text) return [`${name}: @param ${own} is missing`];
    return holdsArray(parameter.type) && !shape.test(text) ? [`${name}: @param ${own} does not say its shape`] : [];
  });
  if (!returns || !textOf(returns)) problems.push(`${name}: @returns is missing`);
  else if (holdsArray(last.type) && !shape.test(textOf(returns)))
    problems.push(`${name}: @returns does not say the shapes`);
  return problems;
}

function textOf(tag: ts.JSDocTag): string {
  return ts.getTextOfJSDocComment(tag.comment) ?? "";
}

function holdsArray(type: ts.TypeNode | undefined): boolean {
  return /\bNDArray\b/.test(type?.getText() ?? "");
}
