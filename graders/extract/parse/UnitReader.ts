import ts from "typescript";
import type { Cell, Place } from "../Cell";
import { randomState, type UnitKind, type UnitValue } from "../Unit";
import { boundNames } from "./boundNames";
import { importsIn } from "./importsIn";
import { namesIn } from "./namesIn";
import { type Code, type Import, type ParsedUnit, type Rank, ranks } from "./ParsedUnit";
import { valueKindOf } from "./valueKindOf";
import { varNames } from "./visitNames";
import { walk } from "./walk";
import type { Blanked } from "./withoutTypes";

/** Gives the text of a piece of syntax, either as TypeScript or without the types. */
type Text = (node: ts.Node) => string;

/** What a unit is made from. */
interface Made {
  kind: UnitKind;
  names: string[];
  value: UnitValue;
  declaring(text: Text): string;
  assigning(text: Text): string;
}

type NamedStatement = ts.FunctionDeclaration | ts.ClassDeclaration | ts.EnumDeclaration | ts.ModuleDeclaration;

/** Reads the statements at the top level of a file. */
export class UnitReader {
  /** @param blanked null for a file with syntax errors, whose code must not run */
  constructor(
    private readonly cell: Cell,
    private readonly file: ts.SourceFile,
    private readonly blanked: Blanked | null,
  ) {}

  readAll(): ParsedUnit[] {
    return this.file.statements.flatMap((statement) => this.read(statement));
  }

  private read(statement: ts.Statement): ParsedUnit[] {
    if (isAmbient(statement)) return [];
    if (ts.isImportDeclaration(statement)) return this.readImport(statement);
    if (ts.isImportEqualsDeclaration(statement)) return [this.readImportEquals(statement)];
    if (ts.isExportDeclaration(statement)) return this.readExports(statement);
    if (ts.isVariableStatement(statement)) return this.readVariables(statement);
    if (isNamed(statement)) return this.readNamed(statement);
    if (ts.isExportAssignment(statement)) return [this.readStatement(statement.expression)];
    if (ts.isExpressionStatement(statement)) return [this.readExpression(statement)];
    return holdsNothing(statement) ? [] : [this.readStatement(statement)];
  }

  private readVariables({ declarationList }: ts.VariableStatement): ParsedUnit[] {
    const keyword = declarationList.flags & ts.NodeFlags.Const ? "const" : "let";
    return declarationList.declarations.map((declaration) => {
      const { name, initializer } = declaration;
      const names = boundNames(name);
      return this.unit(declaration, {
        kind: "variable",
        names,
        value: initializer && ts.isIdentifier(name) ? valueKindOf(initializer) : "unknown",
        declaring: (text) => `${keyword} ${text(declaration)};`,
        assigning: (text) => {
          if (!initializer) return `${names[0]} = undefined;`;
          // The lines of a type are kept, so that the lines after it stay where they are.
          const between = this.file.text.slice(name.end, initializer.getStart(this.file)).replace(/[^\n]/g, "");
          return `(${text(name)} =${between} ${text(initializer)});`;
        },
      });
    });
  }

  private readNamed(statement: NamedStatement): ParsedUnit[] {
    const { name } = statement;
    const isOverload = ts.isFunctionDeclaration(statement) && !statement.body;
    if (!name || !ts.isIdentifier(name) || isOverload) return [];
    const declaring = (text: Text) => this.withoutParts(statement, outerModifiers(statement), text);
    const made = { names: [name.text], declaring };
    if (ts.isFunctionDeclaration(statement)) {
      // Without its own name, so that it calls itself by the name that others may be given.
      const assigning = (text: Text) =>
        `${name.text} = ${this.withoutParts(statement, [...outerModifiers(statement), name], text)};`;
      return [this.unit(statement, { ...made, kind: "function", value: "function", assigning }, ranks.function)];
    }
    if (ts.isClassDeclaration(statement)) {
      const assigning = (text: Text) => `${name.text} = ${declaring(text)};`;
      return [this.unit(statement, { ...made, kind: "class", value: "function", assigning })];
    }
    // The compiler's JavaScript for these both declares and assigns.
    return [this.unit(statement, { ...made, kind: "merging", value: "object", assigning: declaring })];
  }

  /** `sigmoid = (z) => …` at the top level gives a name that was declared before its final meaning. */
  private readExpression(statement: ts.ExpressionStatement): ParsedUnit {
    const { expression } = statement;
    if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) {
      return this.readStatement(statement);
    }
    const { left, right } = expression;
    if (!ts.isIdentifier(left)) return this.readStatement(statement);
    const unit = this.unit(right, {
      kind: "assignment",
      names: [left.text],
      value: valueKindOf(right),
      declaring: (text) => `let ${left.text} = ${text(right)};`,
      assigning: (text) => `${left.text} = ${text(right)};`,
    });
    // After `f = memo(f)`, the earlier f still matters.
    return unit.loadUses.includes(left.text) ? this.readStatement(statement) : unit;
  }

  private readStatement(statement: ts.Statement | ts.Expression): ParsedUnit {
    const names = varNames(statement);
    const written = (text: Text) => (ts.isStatement(statement) ? text(statement) : `(${text(statement)});`);
    const unit = this.unit(statement, {
      kind: "statement",
      names,
      value: "unknown",
      declaring: written,
      assigning: written,
    });
    for (const name of names) unit.changes.push([name, ""]);
    if (!seedsRandom(statement)) return unit;
    const loadUses = unit.loadUses.filter((name) => name !== randomState);
    return { ...unit, names: [...names, randomState], loadUses };
  }

  private readImport({ importClause, moduleSpecifier }: ts.ImportDeclaration): ParsedUnit[] {
    if (!importClause || importClause.isTypeOnly || !ts.isStringLiteral(moduleSpecifier)) return [];
    const { name, namedBindings } = importClause;
    const module = moduleNamed(moduleSpecifier.text);
    const bindings: [string, string][] = name ? [[name.text, module]] : [];
    if (namedBindings && ts.isNamespaceImport(namedBindings)) bindings.push([namedBindings.name.text, module]);
    if (namedBindings && ts.isNamedImports(namedBindings)) {
      for (const element of namedBindings.elements) {
        const imported = JSON.stringify((element.propertyName ?? element.name).text);
        if (!element.isTypeOnly) bindings.push([element.name.text, `${module}[${imported}]`]);
      }
    }
    const imports = [{ module: moduleSpecifier.text, place: this.placeOf(importClause) }];
    return bindings.map(([local, binding]) => this.importing(importClause, local, binding, imports));
  }

  private readImportEquals(statement: ts.ImportEqualsDeclaration): ParsedUnit {
    const { name, moduleReference } = statement;
    if (ts.isExternalModuleReference(moduleReference)) {
      const imports = this.importsIn(statement);
      return this.importing(statement, name.text, moduleNamed(imports[0]?.module), imports);
    }
    return this.alias(moduleReference, name.text, ranks.statement);
  }

  /** `export { s as sigmoid };` gives a name to what has got its value by the end of the cell. */
  private readExports({ exportClause, moduleSpecifier, isTypeOnly }: ts.ExportDeclaration): ParsedUnit[] {
    if (!exportClause || moduleSpecifier || isTypeOnly || !ts.isNamedExports(exportClause)) return [];
    return exportClause.elements.flatMap(({ name, propertyName, isTypeOnly }) => {
      if (isTypeOnly || !propertyName || !ts.isIdentifier(name) || !ts.isIdentifier(propertyName)) return [];
      // A default export binds no name that code can use.
      return name.text === "default" ? [] : [this.alias(propertyName, name.text, ranks.exportList)];
    });
  }

  private alias(of: ts.Node, name: string, rank: Rank): ParsedUnit {
    const unit = this.unit(
      of,
      {
        kind: "variable",
        names: [name],
        value: "unknown",
        declaring: (text) => `const ${name} = ${text(of)};`,
        assigning: (text) => `(${name} = ${text(of)});`,
      },
      rank,
    );
    return { ...unit, shares: unit.loadUses.map((used) => [used, "", ""]) };
  }

  private importing(node: ts.Node, name: string, binding: string, imports: Import[]): ParsedUnit {
    const written = (form: string): string => `${form}${name} = ${binding};`;
    const made: Made = {
      kind: "import",
      names: [name],
      value: "unknown",
      declaring: () => written("const "),
      assigning: () => written(""),
    };
    const unit = this.unit(node, made, ranks.import);
    return { ...unit, loadUses: [], laterUses: [], shares: [], imports, binding };
  }

  private unit(node: ts.Node, made: Made, rank: Rank = ranks.statement): ParsedUnit {
    const { kind, names, value, declaring, assigning } = made;
    const used = namesIn(node);
    const own = new Set(kind === "assignment" || kind === "statement" ? [] : names);
    return {
      ...used,
      // A declaration that uses its own name means itself.
      loadUses: used.loadUses.filter((name) => !own.has(name)),
      laterUses: used.laterUses.filter((name) => !own.has(name)),
      kind,
      names,
      value,
      place: this.placeOf(node),
      binding: null,
      async: hasOwnAwait(node),
      declaring: this.codeOf(node, declaring),
      assigning: this.codeOf(node, assigning),
      rank,
      syntaxError: null,
      imports: this.importsIn(node),
    };
  }

  private codeOf(node: ts.Node, write: (text: Text) => string): Code {
    const { blanked } = this;
    const textIn = (text: string) => (part: ts.Node) => text.slice(part.getStart(this.file), part.getEnd());
    const isCompiled = !blanked || holdsOneOf(blanked.compiled, node);
    return { source: write(textIn(this.file.text)), blanked: isCompiled ? null : write(textIn(blanked.text)) };
  }

  private importsIn(node: ts.Node): Import[] {
    return importsIn(node, this.file, (part) => this.placeOf(part));
  }

  private placeOf(node: ts.Node): Place {
    const line = this.file.getLineAndCharacterOfPosition(node.getStart(this.file)).line + 1;
    return { cell: this.cell.number, line };
  }

  /** The declaration with blanks in place of some of its parts. */
  private withoutParts(statement: ts.Statement, parts: readonly ts.Node[], text: Text): string {
    const start = statement.getStart(this.file);
    let written = text(statement);
    for (const part of parts) {
      const from = part.getStart(this.file) - start;
      const length = part.getEnd() - part.getStart(this.file);
      written = written.slice(0, from) + " ".repeat(length) + written.slice(from + length);
    }
    return written;
  }
}

/** A JavaScript expression for a module. Which ones may be imported is decided elsewhere. */
function moduleNamed(name = "nablab"): string {
  return name === "nablab" ? "$nablab" : `require(${JSON.stringify(name)})`;
}

function isNamed(statement: ts.Statement): statement is NamedStatement {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement)
  );
}

/** `declare const x: number;` is about something that exists elsewhere. */
function isAmbient(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false;
}

/** `export` and `default`. */
function outerModifiers(statement: NamedStatement): readonly ts.Node[] {
  const outer = [ts.SyntaxKind.ExportKeyword, ts.SyntaxKind.DefaultKeyword];
  return statement.modifiers?.filter(({ kind }) => outer.includes(kind)) ?? [];
}

function holdsNothing(statement: ts.Statement): boolean {
  return (
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEmptyStatement(statement) ||
    ts.isNamespaceExportDeclaration(statement) ||
    // It would end the program.
    returns(statement)
  );
}

function returns(root: ts.Node): boolean {
  let found = false;
  walk(root, (node) => {
    if (found || ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isExpressionStatement(node)) return false;
    found = ts.isReturnStatement(node);
    return !found;
  });
  return found;
}

/** `np.random.seed(…);` on its own. */
function seedsRandom(statement: ts.Node): boolean {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return false;
  const callee = statement.expression.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "seed") return false;
  return ts.isPropertyAccessExpression(callee.expression) && callee.expression.name.text === "random";
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
