import ts from "typescript";
import { namesOf } from "./namesOf";

/** Statements shorter than this, in characters, are read as quickly as their types. */
const long = 4000;

/**
 * The text of a cell as later cells need it: a declaration stands in for a long constant, variable, function or class,
 * as in a declaration file. TypeScript would read, and check, a table of thousands of objects again for every cell that
 * uses it.
 */
export function outlineOf(file: ts.SourceFile, service: ts.LanguageService): string {
  const lengthy = file.statements.filter(
    (statement) => statement.end - statement.pos >= long && isReplaceable(statement, file),
  );
  if (lengthy.length === 0) return file.text;
  const declarations = declarationsOf(file.fileName, service);
  let text = "";
  let from = 0;
  for (const statement of lengthy) {
    const start = statement.getStart(file);
    const found = namesOf(statement).map((name) => declarations.get(name));
    if (found.includes(undefined)) continue;
    text += file.text.slice(from, start) + [...new Set(found)].join(" ");
    from = statement.end;
  }
  // Such as the constant that stands for the computed class that another one extends.
  const own = new Set(file.statements.flatMap(namesOf));
  const others = [...declarations].flatMap(([name, declaration]) => (own.has(name) ? [] : [`\n${declaration}`]));
  return text + file.text.slice(from) + others.join("");
}

/** Not a function with overloads, whose parts belong together. */
function isReplaceable(statement: ts.Statement, file: ts.SourceFile): boolean {
  if (ts.isVariableStatement(statement) || ts.isClassDeclaration(statement)) return true;
  if (!ts.isFunctionDeclaration(statement)) return false;
  const [name] = namesOf(statement);
  return file.statements.filter((other) => ts.isFunctionDeclaration(other) && other.name?.text === name).length === 1;
}

/** The statements of a cell's declaration file, by the names that they declare. */
function declarationsOf(cell: string, service: ts.LanguageService): Map<string, string> {
  const { outputFiles } = service.getEmitOutput(cell, true, true);
  const text = outputFiles.find(({ name }) => name.endsWith(".d.cts"))?.text ?? "";
  const file = ts.createSourceFile("cell.d.cts", text, ts.ScriptTarget.ESNext);
  const declarations = file.statements.filter(
    (one) => ts.isVariableStatement(one) || ts.isClassDeclaration(one) || ts.isFunctionDeclaration(one),
  );
  return new Map(declarations.flatMap((one) => namesOf(one).map((name) => [name, one.getText(file)] as const)));
}
