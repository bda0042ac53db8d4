import ts from "typescript";

/** Initializers shorter than this, in characters, are as quick to read as a type. */
const long = 2000;

/**
 * The text of a cell as later cells need it: where a constant or variable has a long initializer, its type stands in
 * for that. TypeScript would read, and check, a table of thousands of objects again for every cell that uses it.
 */
export function outlineOf(service: ts.LanguageService, cell: string): string {
  const file = service.getProgram()?.getSourceFile(cell);
  if (!file) return "";
  const variables = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations);
  const lengthy = variables.filter(({ initializer }) => initializer && initializer.end - initializer.pos >= long);
  const types = lengthy.some(({ type }) => !type) ? declaredTypes(service, cell) : new Map<string, string>();
  let text = "";
  let from = 0;
  for (const { name, type, initializer } of lengthy) {
    const declared = type ? "" : types.get(name.getText(file));
    if (declared === undefined || !initializer || declared.length > (initializer.end - initializer.pos) / 2) continue;
    text += `${file.text.slice(from, name.end)}${declared}${file.text.slice(name.end, initializer.pos)} null!`;
    from = initializer.end;
  }
  return text + file.text.slice(from);
}

/** The types of a cell's variables as a declaration file says them, such as `: number[]`. */
function declaredTypes(service: ts.LanguageService, cell: string): Map<string, string> {
  const { outputFiles, emitSkipped } = service.getEmitOutput(cell, true, true);
  if (emitSkipped) return new Map();
  const text = outputFiles.find(({ name }) => name.endsWith(".d.cts"))?.text ?? "";
  const file = ts.createSourceFile("cell.d.cts", text, ts.ScriptTarget.ESNext);
  const variables = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations);
  return new Map(
    variables.flatMap(({ name, type }) => (type ? [[name.getText(file), `: ${type.getText(file)}`] as const] : [])),
  );
}
