import { Script } from "node:vm";
import { formatPlace, type Place } from "./Cell";
import { clip } from "./clip";
import { NotGradable } from "./NotGradable";
import type { CellUnits } from "./readUnits";
import { originalLine, transpile } from "./transpile";
import type { Unit } from "./Unit";

/** The declarations of a submission, of which the last one of a name counts. */
export class Extraction {
  private readonly units = new Map<string, Unit>();
  private readonly javaScript = new Map<Unit, string>();

  constructor(
    private readonly cells: readonly CellUnits[],
    private readonly graded: readonly string[],
  ) {
    for (const unit of cells.flatMap(({ units }) => units)) for (const name of unit.names) this.units.set(name, unit);
  }

  has(name: string): boolean {
    return this.units.has(name);
  }

  /** Where the function is declared, and the code as it was written. */
  sourceOf(name: string): { place: Place; source: string } | null {
    const unit = this.units.get(name);
    return unit ? { place: unit.place, source: unit.source } : null;
  }

  /** The declarations that it consists of: its own and its helpers', without other graded functions and what those use. */
  ownUnits(name: string): readonly Unit[] {
    return this.reach(
      name,
      this.graded.filter((other) => other !== name),
    ).units;
  }

  /** Other graded functions that it uses, directly or not. */
  calls(name: string): string[] {
    return this.reach(name, []).graded;
  }

  /**
   * JavaScript for some graded functions, with `standIns` in the places of others: an expression whose value is a function
   * of the module, `require` and the stand-ins that returns an object with the graded functions.
   */
  program(names: readonly string[], standIns: readonly string[] = []): string {
    const pieces = this.piecesOf(names, standIns);
    const units = pieces.flatMap(({ unit }) => unit ?? []);
    return programOf(
      pieces.map(({ text }) => text),
      `return { ${names.join(", ")} };`,
      units,
    );
  }

  /**
   * The place in the submission that a line and a column of `program([name], standIns)` come from, both from 1, with the name
   * of the declaration that it is in. Null for what is no code of the submission.
   */
  locate(
    name: string,
    standIns: readonly string[],
    line: number,
    column: number,
  ): { name: string; place: Place } | null {
    let before = programHead.split("\n").length - 1;
    for (const { text, unit } of this.piecesOf([name], standIns)) {
      const lines = text.split("\n").length;
      if (line > before && line <= before + lines) return unit && placeIn(unit, text, line - before, column);
      before += lines;
    }
    return null;
  }

  /** What a program is put together from; `unit` is null for what is not the submission's. */
  private piecesOf(names: readonly string[], standIns: readonly string[]): { text: string; unit: Unit | null }[] {
    const units = [...new Set(names.flatMap((name) => this.reach(name, standIns).units))];
    const bound = new Set(units.flatMap(({ names }) => names));
    const given = standIns.filter((other) => !bound.has(other)).map((other) => `const ${other} = $standIns.${other};`);
    const own = units.flatMap((unit) => [
      ...bindingsOf(unit).map((text) => ({ text, unit: null })),
      { text: this.javaScriptOf(unit), unit },
    ]);
    return [...given.map((text) => ({ text, unit: null })), ...own];
  }

  /** @throws NotGradable when something that a graded function reaches stands in the way. */
  checkGradable(): void {
    const present = this.graded.filter((name) => this.has(name));
    for (const name of this.graded) if (!this.has(name)) this.checkLost(name);
    if (present.length === 0) {
      throw new NotGradable(
        `defines none of the graded functions (${this.graded.join(", ")}); is it another assignment?`,
      );
    }
    const reached = [...new Set(present.flatMap((name) => this.reach(name, []).units))];
    reached.forEach(checkUnit);
    const compiled = reached.filter((unit) => !this.tryBlanked(unit));
    for (const [i, text] of transpile(compiled.map(({ source }) => source)).entries()) {
      this.javaScript.set(compiled[i], text);
      checkCompiles(compiled[i], text);
    }
  }

  /** Without its types, nearly everything is JavaScript; what is not (a decorator, a mistake) is left to the compiler. */
  private tryBlanked(unit: Unit): boolean {
    if (unit.javaScript === null || whyNotCompiled(unit, unit.javaScript) !== null) return false;
    this.javaScript.set(unit, unit.javaScript);
    return true;
  }

  /** A graded function that is missing may have been meant by a cell that cannot be parsed. */
  private checkLost(name: string): void {
    const meant = new RegExp(`\\b${name}\\s*[=(<:]`);
    const broken = this.cells.find(({ syntaxError, cell }) => syntaxError !== null && meant.test(cell.source));
    if (broken?.syntaxError) throw new NotGradable(broken.syntaxError);
  }

  private javaScriptOf(unit: Unit): string {
    const text = this.javaScript.get(unit);
    if (text === undefined) throw new Error("code that has not been checked");
    return text;
  }

  /** Depth first, so that what a declaration uses comes before it. */
  private reach(name: string, standIns: readonly string[]): { units: Unit[]; graded: string[] } {
    const seen = new Set<string>(standIns);
    const units = new Set<Unit>();
    const visiting = new Set<Unit>();
    const visit = (current: string): void => {
      if (seen.has(current)) return;
      seen.add(current);
      const unit = this.units.get(current);
      if (!unit || visiting.has(unit)) return;
      visiting.add(unit);
      for (const used of unit.uses) visit(used);
      units.add(unit);
    };
    visit(name);
    const others = this.graded.filter((other) => other !== name && seen.has(other));
    return { units: [...units], graded: others };
  }
}

function checkUnit(unit: Unit): void {
  if (unit.syntaxError) throw new NotGradable(unit.syntaxError);
  const foreign = unit.imports.find(({ module }) => module !== "nablab");
  if (!foreign) return;
  const module = clip(foreign.module, 60);
  throw new NotGradable(`imports "${module}" in ${formatPlace(foreign.place)}; graded code may import "nablab" only`);
}

/** Some errors are not the parser's business, such as a name declared twice: V8 finds them, without running anything. */
function checkCompiles(unit: Unit, javaScript: string): void {
  const error = whyNotCompiled(unit, javaScript);
  if (!error) return;
  const place = formatPlace(unit.place);
  throw new NotGradable(`syntax error in the declaration at ${place}: ${clip(error.message, 120)}`);
}

function whyNotCompiled(unit: Unit, javaScript: string): SyntaxError | null {
  try {
    new Script(programOf([javaScript], "", [unit]));
    return null;
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}

function bindingsOf(unit: Unit): string[] {
  return unit.imports.flatMap(({ binding }) =>
    binding ? unit.names.map((name) => `const ${name} = ${binding};`) : [],
  );
}

/** The declarations are in a block, so that they may have the names of the parameters. */
const programHead = '($nablab, require, $standIns) {\n"use strict";{\n';

function programOf(body: string[], end: string, units: readonly Unit[]): string {
  const keyword = units.some(({ awaits }) => awaits) ? "async function" : "function";
  return `(${keyword} ${programHead}${[...body, end].join("\n")}\n}})`;
}

/** @param line of the unit's JavaScript, which starts with an empty line where it was compiled behind another unit */
function placeIn(unit: Unit, javaScript: string, line: number, column: number): { name: string; place: Place } | null {
  const own = line - (/^\n*/.exec(javaScript)?.[0] ?? "").length;
  if (own < 1) return null;
  const { cell, line: first } = unit.place;
  const original = javaScript === unit.javaScript ? own : originalLine(unit.source, own, column);
  return { name: unit.names[0], place: { cell, line: first + original - 1 } };
}
