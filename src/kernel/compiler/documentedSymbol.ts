import ts from "typescript";

/**
 * Where a name is documented: at its declaration, or at the last `export` that gives it a documented name of its own.
 * TypeScript itself only looks at both ends of a chain of imports and exports.
 */
export function documentedSymbol(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  if (!isAlias || symbol.getDocumentationComment(checker).length > 0) return symbol;
  const next = checker.getImmediateAliasedSymbol(symbol);
  return next ? documentedSymbol(next, checker) : symbol;
}
