import ts from "typescript";

/** The names that a variable, a parameter or a destructuring pattern binds: `{ w, b: [c] }` binds w and c. */
export function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}
