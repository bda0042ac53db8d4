import ts from "typescript";

/** The names that a variable, a parameter or a destructuring pattern binds: `{ w, b: [c] }` binds w and c. */
export function boundNames(name: ts.BindingName): string[] {
  const names: string[] = [];
  const pending = [name];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (ts.isIdentifier(next)) {
      names.push(next.text);
      continue;
    }
    for (let i = next.elements.length - 1; i >= 0; i--) {
      const element = next.elements[i];
      if (!ts.isOmittedExpression(element)) pending.push(element.name);
    }
  }
  return names;
}
