import ts from "typescript";
import type { Locale } from "../../words/locale";
import { CellBlock } from "./CellBlock";
import { type CellDiagnostic, describeDiagnostic } from "./CellDiagnostic";
import { CellHost } from "./CellHost";
import type { CellPlace } from "./CellPlace";
import { CellScope, cellModule } from "./CellScope";
import { type Declaration, hasValue } from "./Declaration";
import { EditedSource, type Insertion } from "./EditedSource";
import type { Files } from "./Files";
import { findHabits } from "./habits/findHabits";
import { nodeAt } from "./habits/types";
import { hasTopLevelAwait } from "./hasTopLevelAwait";
import { localeIn } from "./localeIn";
import { outlineOf } from "./outlineOf";
import { type CellSyntax, readCell } from "./readCell";
import { refuseJsx } from "./refuseJsx";
import { relativePath } from "./relativePath";
import { speakAs } from "./speakAs";
import { starImports } from "./starImports";

/** A cell ready to run. */
export interface CompiledCell {
  /** Counts compilations; unlike execution counts, never used twice. */
  id: number;
  original: string;
  insertions: Insertion[];
  /** CommonJS; declares its names on `exports`. */
  code: string;
  /** From `code` to the original with its insertions, as JSON. */
  sourceMap: string;
  hasTopLevelAwait: boolean;
  /** The modules that the code requires, where they were imported. */
  imports: string[];
  declarations: Declaration[];
  /** The language that the notebook speaks from this cell on. */
  locale?: Locale;
}

export type Compilation =
  | { ok: true; cell: CompiledCell }
  | { ok: false; diagnostics: CellDiagnostic[]; locale?: Locale };

/** A cell, or part of one, as the language service's current file. */
export interface OpenCell {
  service: ts.LanguageService;
  file: string;
  source: EditedSource;
}

/**
 * What TypeScript refuses in CommonJS files, though it is fine in a cell: `await` outside functions, `import.meta`,
 * `with { type: "json" }`, `<any>5`, `<T>(x: T) => x`. And an untyped package is `any`: learners cannot write its
 * declarations.
 */
const tolerated = new Set([1203, 1309, 1470, 1543, 2856, 7059, 7060, 7016]);

/** Type-checks and compiles cells against the cells that have run before, with TypeScript's language service. */
export class CellCompiler {
  private readonly host: CellHost;
  private readonly block: CellBlock;
  private readonly service: ts.LanguageService;
  private lastId = 0;
  /** Of the notebook; others may be compiled here as well. */
  private locale: Locale = "en";
  /** What later cells see of the last cell. */
  private outline = "";

  /**
   * @param directory the notebook's, where imports are resolved
   * @param documents where several notebooks share what TypeScript has read, if their directories differ
   */
  constructor(
    private readonly directory: string,
    private readonly files: Files,
    private readonly place: CellPlace = {},
    documents?: ts.DocumentRegistry,
  ) {
    this.host = new CellHost(directory, files, place);
    this.block = new CellBlock(this.host, new CellScope());
    this.service = ts.createLanguageService(this.host, documents);
  }

  /** Checks a cell strictly, and compiles it if it has no errors. It is not visible to other cells before `commit`. */
  compile(code: string): Compilation {
    const syntax = readCell(code);
    const locale = localeIn(syntax.tree);
    this.speak(locale);
    const used = new Set(code.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
    const { insertions, source } = this.edit(
      code,
      syntax,
      // Packages, such as `np`, are there in any case: an error about `zeros` can name `np.zeros`.
      (one) => one.kind === "augmentation" || used.has(one.name) || (one.kind === "import" && one.isPackage),
    );
    const { currentCell } = this.host;
    // Asked for once: each time, the service looks whether any of its hundreds of files has changed.
    const program = this.service.getProgram()!;
    const file = program.getSourceFile(currentCell)!;
    const syntactic = program.getSyntacticDiagnostics(file);
    const found =
      syntactic.length > 0 ? refuseJsx(syntactic, source) : this.explained(file, semanticErrors(file, program));
    const errors = found.map((diagnostic) => describeDiagnostic(diagnostic, source));
    errors.push(...this.localErrors(program));
    if (errors.length > 0) return { ok: false, diagnostics: errors, locale };

    const { outputFiles } = this.service.getEmitOutput(currentCell);
    const output = (extension: string) => outputFiles.find(({ name }) => name.endsWith(extension))?.text ?? "";
    const imports = this.host.required;
    this.outline = outlineOf(file, this.service);
    const cell: CompiledCell = {
      id: ++this.lastId,
      original: code,
      insertions,
      code: output(".cjs"),
      sourceMap: output(".map"),
      hasTopLevelAwait: hasTopLevelAwait(syntax.tree),
      imports,
      declarations: [...syntax.declared, ...starImports(file, program, syntax.declared)],
      ...(locale && { locale }),
    };
    return { ok: true, cell };
  }

  /**
   * Makes the names of a cell that has run visible to the following cells.
   *
   * @param set for a cell that failed, the variables that have a value; all if omitted
   */
  commit(cell: CompiledCell, set?: readonly string[]): void {
    // As said when it was compiled; by another thread, perhaps.
    this.speak(cell.locale);
    const text = cell.id === this.lastId ? this.outline : new EditedSource(cell.original, cell.insertions).text;
    const isSet = (declaration: Declaration) => !hasValue(declaration) || !set || set.includes(declaration.name);
    this.block.add(cell.id, text, cell.declarations.filter(isSet));
    // It may have been compiled by another thread, which has been given up.
    this.lastId = Math.max(this.lastId, cell.id);
  }

  /** Makes a cell that is still being written the current file, with all earlier names visible. */
  open(code: string): OpenCell {
    const { source } = this.edit(code, readCell(code), () => true);
    return { service: this.service, file: this.host.currentCell, source };
  }

  /** Forgets all names. */
  reset(): void {
    this.block.clear();
  }

  /** Lets go of what it shares with other notebooks; it is not used any more. */
  dispose(): void {
    this.service.dispose();
  }

  private speak(locale = this.locale): void {
    this.locale = locale;
    speakAs(locale, this.files);
  }

  /** Errors that come from the place in its own words. */
  private explained(file: ts.SourceFile, errors: readonly ts.Diagnostic[]): readonly ts.Diagnostic[] {
    return errors.map((error) => {
      const { code, start = 0, length = 0 } = error;
      const sentence = this.place.explain?.(code, nodeAt(file, start, length));
      return sentence === undefined ? error : { ...error, messageText: sentence };
    });
  }

  private edit(code: string, syntax: CellSyntax, wanted: (declaration: Declaration) => boolean) {
    const own = new Set(syntax.declared.map(({ name }) => name));
    const cell = this.lastId + 1;
    const prefix = this.block.enter(cell, (declaration) => wanted(declaration) && !own.has(declaration.name));
    const insertions = [{ offset: 0, text: prefix }, ...syntax.insertions];
    const source = new EditedSource(code, insertions);
    this.host.setCell(cellModule(cell), source.text);
    return { insertions, source };
  }

  /** Errors in the `.ts` files that the cell imports from beside the notebook. */
  private localErrors(program: ts.Program): CellDiagnostic[] {
    const local = program
      .getSourceFiles()
      .filter(({ fileName }) => this.host.isLocal(fileName) && /(?<!\.d)\.[cm]?ts$/.test(fileName));
    return local.flatMap((file) =>
      [...program.getSyntacticDiagnostics(file), ...semanticErrors(file, program)].map((diagnostic) =>
        describeDiagnostic(diagnostic, relativePath(this.directory, file.fileName)),
      ),
    );
  }
}

/** In a learner's terms, where a habit explains an error. */
function semanticErrors(file: ts.SourceFile, program: ts.Program): readonly ts.Diagnostic[] {
  return findHabits(file, program.getSemanticDiagnostics(file).filter(isError), program);
}

function isError({ category, code }: ts.Diagnostic): boolean {
  return category === ts.DiagnosticCategory.Error && !tolerated.has(code);
}
