import ts from "typescript";
import { boundNames } from "./boundNames";
import { type Cell, formatPlace, lineAt, type Place } from "./Cell";
import { freeNames } from "./freeNames";
import type { Import, Unit } from "./Unit";
import { withoutMagics } from "./withoutMagics";
import { type Blanked, withoutTypes } from "./withoutTypes";

/** What a cell declares at its top level, and its first syntax error. */
export interface CellUnits {
  cell: Cell;
  units: Unit[];
  syntaxError: string | null;
}

export function readUnits(cell: Cell): CellUnits {
  const { file, error } = parseCell(cell);
  const syntaxError = error && describeError(cell, file, error);
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

/** The parser's own complaints, which the compiler API keeps from its types: they need no program around the file. */
interface ParsedFile extends ts.SourceFile {
  parseDiagnostics: ts.DiagnosticWithLocation[];
}

function parse(source: string): Parsed {
  const options = {
    languageVersion: ts.ScriptTarget.ES2022,
    // Comments are not looked at.
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    // As a module, so that top-level await is parsed as such.
    setExternalModuleIndicator: (file: ts.SourceFile) => {
      Object.assign(file, { externalModuleIndicator: true });
    },
  };
  const file = ts.createSourceFile("cell.ts", source, options, true, ts.ScriptKind.TS) as ParsedFile;
  return { file, error: file.parseDiagnostics[0] ?? null };
}

function describeError(cell: Cell, file: ts.SourceFile, error: ts.DiagnosticWithLocation): string {
  const line = file.getLineAndCharacterOfPosition(error.start).line + 1;
  const message = ts.flattenDiagnosticMessageText(error.messageText, " ").replace(/\.$/, "");
  return `syntax error in ${formatPlace({ cell: cell.number, line })}: ${message}, near \`${lineAt(cell, line)}\``;
}

/** How a piece of syntax is written: as TypeScript, or without the types. */
type Text = (node: ts.Node) => string;

class UnitReader {
  constructor(
    private readonly cell: Cell,
    private readonly file: ts.SourceFile,
    private readonly blanked: Blanked | null,
    private readonly syntaxError: string | null,
  ) {}

  read(statement: ts.Statement): Unit[] {
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

  private readVariables({ declarationList }: ts.VariableStatement): Unit[] {
    const keyword = declarationList.flags & ts.NodeFlags.Const ? "const" : "let";
    return declarationList.declarations.map((declaration) =>
      this.unit(declaration, boundNames(declaration.name), (text) => `${keyword} ${text(declaration)};`),
    );
  }

  /** `sigmoid = (z) => …` at the top level gives a name that was declared earlier its last meaning. */
  private readAssignment({ expression }: ts.ExpressionStatement): Unit[] {
    if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
    const { left, right } = expression;
    if (!ts.isIdentifier(left)) return [];
    return [this.unit(right, [left.text], (text) => `let ${left.text} = ${text(right)};`)];
  }

  private readImport({ importClause, moduleSpecifier }: ts.ImportDeclaration): Unit[] {
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
    return bindings.map(([local, binding]) => ({
      ...this.unit(importClause, [local], () => ""),
      uses: new Set<string>(),
      imports: [{ module: moduleSpecifier.text, place, binding }],
    }));
  }

  private readImportEquals(statement: ts.ImportEqualsDeclaration): Unit {
    const unit = this.unit(statement, [statement.name.text], () => "");
    return { ...unit, imports: unit.imports.map((imported) => ({ ...imported, binding: "$nablab" })) };
  }

  private unit(node: ts.Node, names: string[], write: (text: Text) => string): Unit {
    const textIn = (text: string) => (part: ts.Node) => text.slice(part.getStart(this.file), part.getEnd());
    const { blanked } = this;
    const isCompiled = !blanked || blanked.compiled.some(({ pos, end }) => node.pos <= pos && end <= node.end);
    return {
      names,
      source: write(textIn(this.file.text)),
      javaScript: isCompiled ? null : write(textIn(blanked.text)),
      place: this.placeOf(node),
      uses: new Set([...freeNames(node)].filter((name) => !names.includes(name))),
      syntaxError: this.syntaxError,
      imports: this.importsIn(node),
      awaits: hasOwnAwait(node),
    };
  }

  /** Calls of `require` and `import()`, and `import x = require()`, anywhere inside. */
  private importsIn(root: ts.Node): Import[] {
    const found: Import[] = [];
    const walk = (node: ts.Node): void => {
      const argument = moduleArgument(node);
      if (argument) {
        const module = ts.isStringLiteralLike(argument) ? argument.text : argument.getText(this.file);
        const isImportCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
        found.push({ module: isImportCall ? `import(${module})` : module, place: this.placeOf(node), binding: null });
      }
      ts.forEachChild(node, walk);
    };
    walk(root);
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

function moduleArgument(node: ts.Node): ts.Node | null {
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (!ts.isCallExpression(node)) return null;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
  return isImport || isRequire ? (node.arguments[0] ?? node) : null;
}

function hasOwnAwait(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) return true;
  return ts.forEachChild(node, hasOwnAwait) ?? false;
}
