import ts from "typescript";
import { type Cell, lineAt, type Place } from "../Cell";
import { boundNames } from "./boundNames";
import { freeNames } from "./freeNames";
import type { Import, ParsedUnit, SyntaxProblem } from "./ParsedUnit";
import { walk } from "./walk";
import { withoutMagics } from "./withoutMagics";
import { type Blanked, withoutTypes } from "./withoutTypes";

/** What a cell declares at its top level, and its first syntax error. */
export interface CellUnits {
  cell: Cell;
  units: ParsedUnit[];
  syntaxError: SyntaxProblem | null;
}

export function readUnits(cell: Cell): CellUnits {
  const { file, error } = parseCell(cell);
  const syntaxError = error && problemOf(cell, file, error);
  const blanked = error ? null : withoutTypes(file);
  const reader = new UnitReader(cell, file, blanked, syntaxError);
  return { cell, units: file.statements.flatMap((statement) => reader.read(statement)), syntaxError };
}

interface Parsed {
  file: ts.SourceFile;
  error: ts.DiagnosticWithLocation | null;
}

function parseCell(cell: Cell): Parsed {
  const parsed = parse(cell.source);
  if (!parsed.error) return parsed;
  const plain = parse(withoutMagics(cell.source));
  return plain.error ? parsed : plain;
}

/** The parser's own errors, which the compiler API leaves out of its types. They need no program around the file. */
interface ParsedFile extends ts.SourceFile {
  parseDiagnostics: ts.DiagnosticWithLocation[];
}

function parse(source: string): Parsed {
  const options = {
    languageVersion: ts.ScriptTarget.ES2022,
    // Comments are not needed.
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    // As a module, so that top-level await is parsed as such.
    setExternalModuleIndicator: (file: ts.SourceFile) => {
      Object.assign(file, { externalModuleIndicator: true });
    },
  };
  const file = ts.createSourceFile("cell.ts", source, options, true, ts.ScriptKind.TS) as ParsedFile;
  return { file, error: file.parseDiagnostics[0] ?? null };
}

function problemOf(cell: Cell, file: ts.SourceFile, error: ts.DiagnosticWithLocation): SyntaxProblem {
  const line = file.getLineAndCharacterOfPosition(error.start).line + 1;
  const complaint = ts.flattenDiagnosticMessageText(error.messageText, " ").replace(/\.$/, "");
  return { place: { cell: cell.number, line }, complaint, text: lineAt(cell, line) };
}

/** Gives the text of a piece of syntax, either as TypeScript or without the types. */
type Text = (node: ts.Node) => string;

class UnitReader {
  constructor(
    private readonly cell: Cell,
    private readonly file: ts.SourceFile,
    private readonly blanked: Blanked | null,
    private readonly syntaxError: SyntaxProblem | null,
  ) {}

  read(statement: ts.Statement): ParsedUnit[] {
    if (ts.isImportDeclaration(statement)) return this.readImport(statement);
    if (ts.isImportEqualsDeclaration(statement)) return [this.readImportEquals(statement)];
    if (ts.isVariableStatement(statement)) return this.readVariables(statement);
    if (ts.isExpressionStatement(statement)) return this.readAssignment(statement);
    const isOverload = ts.isFunctionDeclaration(statement) && !statement.body;
    const isDeclaration =
      ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement);
    if (!isDeclaration || isOverload || !statement.name) return [];
    return [this.unit(statement, [statement.name.text], (text) => this.withoutExport(statement, text(statement)))];
  }

  private readVariables({ declarationList }: ts.VariableStatement): ParsedUnit[] {
    const keyword = declarationList.flags & ts.NodeFlags.Const ? "const" : "let";
    return declarationList.declarations.map((declaration) =>
      this.unit(declaration, boundNames(declaration.name), (text) => `${keyword} ${text(declaration)};`),
    );
  }

  /** `sigmoid = (z) => …` at the top level gives an earlier declared name its final meaning. */
  private readAssignment({ expression }: ts.ExpressionStatement): ParsedUnit[] {
    if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
    const { left, right } = expression;
    if (!ts.isIdentifier(left)) return [];
    return [this.unit(right, [left.text], (text) => `let ${left.text} = ${text(right)};`)];
  }

  private readImport({ importClause, moduleSpecifier }: ts.ImportDeclaration): ParsedUnit[] {
    if (!importClause || importClause.isTypeOnly || !ts.isStringLiteral(moduleSpecifier)) return [];
    const { name, namedBindings } = importClause;
    const bindings: [string, string][] = name ? [[name.text, "$nablab"]] : [];
    if (namedBindings && ts.isNamespaceImport(namedBindings)) bindings.push([namedBindings.name.text, "$nablab"]);
    if (namedBindings && ts.isNamedImports(namedBindings)) {
      for (const element of namedBindings.elements) {
        const imported = JSON.stringify((element.propertyName ?? element.name).text);
        if (!element.isTypeOnly) bindings.push([element.name.text, `$nablab[${imported}]`]);
      }
    }
    const place = this.placeOf(importClause);
    const imports = [{ module: moduleSpecifier.text, place }];
    return bindings.map(([local, binding]) => this.importing(local, binding, place, imports));
  }

  private readImportEquals(statement: ts.ImportEqualsDeclaration): ParsedUnit {
    return this.importing(statement.name.text, "$nablab", this.placeOf(statement), this.importsIn(statement));
  }

  private importing(name: string, binding: string, place: Place, imports: Import[]): ParsedUnit {
    const { syntaxError } = this;
    return { names: [name], source: "", blanked: "", place, uses: [], syntaxError, imports, binding, async: false };
  }

  private unit(node: ts.Node, names: string[], write: (text: Text) => string): ParsedUnit {
    const textIn = (text: string) => (part: ts.Node) => text.slice(part.getStart(this.file), part.getEnd());
    const { blanked, syntaxError } = this;
    const own = new Set(names);
    return {
      names,
      source: write(textIn(this.file.text)),
      blanked: !blanked || holdsOneOf(blanked.compiled, node) ? null : write(textIn(blanked.text)),
      place: this.placeOf(node),
      uses: [...freeNames(node)].filter((name) => !own.has(name)),
      syntaxError,
      imports: this.importsIn(node),
      binding: null,
      async: hasOwnAwait(node),
    };
  }

  /** Calls of `require`, `import x = require()`, and `import` as an expression in any form, anywhere inside. */
  private importsIn(root: ts.Node): Import[] {
    const found: Import[] = [];
    // A letter of a name may be written as an escape.
    if (!/import|require|\\u/.test(this.file.text.slice(root.pos, root.end))) return found;
    walk(root, (node) => {
      const module = moduleIn(node, this.file);
      if (module !== null) found.push({ module, place: this.placeOf(node) });
      return true;
    });
    return found;
  }

  private placeOf(node: ts.Node): Place {
    const line = this.file.getLineAndCharacterOfPosition(node.getStart(this.file)).line + 1;
    return { cell: this.cell.number, line };
  }

  /** The declaration without `export`, `default` and `declare`. */
  private withoutExport(
    statement: ts.FunctionDeclaration | ts.ClassDeclaration | ts.EnumDeclaration,
    written: string,
  ): string {
    const outer = [ts.SyntaxKind.ExportKeyword, ts.SyntaxKind.DefaultKeyword, ts.SyntaxKind.DeclareKeyword];
    const modifiers = statement.modifiers?.filter(({ kind }) => outer.includes(kind)) ?? [];
    let text = written;
    const start = statement.getStart(this.file);
    for (const modifier of modifiers) {
      const from = modifier.getStart(this.file) - start;
      const length = modifier.getEnd() - modifier.getStart(this.file);
      text = text.slice(0, from) + " ".repeat(length) + text.slice(from + length);
    }
    return text;
  }
}

/** The module that a piece of syntax requests, as messages name it; null when it requests none. */
function moduleIn(node: ts.Node, file: ts.SourceFile): string | null {
  if (ts.isExternalModuleReference(node)) return textOf(node.expression, file);
  // `import.meta`, and whatever may be added. Of a call such as `import.source(…)`, the call itself is found first.
  if (ts.isMetaProperty(node)) {
    return node.keywordToken === ts.SyntaxKind.ImportKeyword ? `import.${node.name.text}` : null;
  }
  if (!ts.isCallExpression(node)) return null;
  const { expression, arguments: given } = node;
  const asked = given.length > 0 ? textOf(given[0], file) : textOf(node, file);
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return `import(${asked})`;
  if (ts.isMetaProperty(expression) && expression.keywordToken === ts.SyntaxKind.ImportKeyword) {
    return `import.${expression.name.text}(${asked})`;
  }
  return ts.isIdentifier(expression) && expression.text === "require" ? asked : null;
}

function textOf(node: ts.Node, file: ts.SourceFile): string {
  return ts.isStringLiteralLike(node) ? node.text : node.getText(file);
}

/** Whether a node is, or contains, one of `others`, which are in source order. */
function holdsOneOf(others: readonly ts.Node[], { pos, end }: ts.Node): boolean {
  let low = 0;
  for (let high = others.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (others[middle].pos < pos) low = middle + 1;
    else high = middle;
  }
  return low < others.length && others[low].end <= end;
}

function hasOwnAwait(root: ts.Node): boolean {
  let found = false;
  walk(root, (node) => {
    if (found || ts.isFunctionLike(node)) return false;
    found = ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined);
    return !found;
  });
  return found;
}
