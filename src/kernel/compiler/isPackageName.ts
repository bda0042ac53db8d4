import ts from "typescript";

/** Whether what an import names is found wherever it is imported, and does not change: no path. */
export function isPackageName(specifier: ts.Expression | undefined): boolean {
  return specifier !== undefined && ts.isStringLiteral(specifier) && /^(?:[@\w]|node:)[^:]*$/.test(specifier.text);
}
