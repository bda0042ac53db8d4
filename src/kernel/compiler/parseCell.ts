import ts from "typescript";

/** A syntax tree with the parser's own errors, which every tree has, though its declared type does not. */
export interface ParsedCell extends ts.SourceFile {
  parseDiagnostics: readonly ts.DiagnosticWithLocation[];
}

/** The syntax tree of a cell, which is a module: `await` is a keyword at its top level. */
export function parseCell(code: string, kind = ts.ScriptKind.TS): ParsedCell {
  const options: ts.CreateSourceFileOptions = {
    languageVersion: ts.ScriptTarget.ESNext,
    setExternalModuleIndicator: (file) => Object.assign(file, { externalModuleIndicator: true }),
  };
  return ts.createSourceFile("cell.cts", code, options, true, kind) as ParsedCell;
}
