import ts from "typescript";

/** The names that a declaration binds: one, or those in a pattern. */
export function bindingNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return name.text ? [name.text] : [];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bindingNames(element.name) : []));
}
