import { type Reason, saying } from "../../../src/words/Saying";
import { clip } from "../../text/clip";
import { isPartial } from "../isPartial";
import { NotGradable } from "../NotGradable";
import type { Effects, Unit } from "../Unit";
import { checkCompiles, isJavaScript } from "./checkCompiles";
import type { Code, ParsedUnit } from "./ParsedUnit";
import { transpile } from "./transpile";

type Compiled = Pick<Unit, "javaScript" | "lines" | "fault">;

/**
 * The JavaScript of what a program consists of. A name that has more than one value in it is declared by the program,
 * and assigned to by its units.
 *
 * @param optional the units that the program may do without; declarations among them must not fail all of it
 * @param modules what may be imported besides `nablab`
 */
export function compileUnits(
  units: readonly ParsedUnit[],
  optional: ReadonlySet<Effects>,
  modules: readonly string[],
): Unit[] {
  const repeated = repeatedNames(units);
  const assigns = units.map(
    (unit) => unit.kind !== "statement" && (optional.has(unit) || unit.names.some((name) => repeated.has(name))),
  );
  const codes = units.map(({ assigning, declaring }, i) => (assigns[i] ? assigning : declaring));
  const compiled = compile(units, codes, ["nablab", ...modules]);
  return units.map((unit, i) => {
    const { declaring, assigning, rank, syntaxError, imports, ...rest } = unit;
    const own = { ...compiled[i], assigns: assigns[i], loops: null, laterValue: null };
    if (assigns[i] && unit.kind === "merging") own.javaScript = withoutVar(unit, own.javaScript);
    return { ...rest, source: unit.binding === null ? declaring.source : "", ...own };
  });
}

/** The compiler begins an enum or a namespace with `var E;`. Unless it adds to an earlier one, it starts anew. */
function withoutVar(unit: ParsedUnit, javaScript: string): string {
  const [name] = unit.names;
  return javaScript.replace(`var ${name};`, isPartial(unit) ? "" : `${name} = undefined;`);
}

function repeatedNames(units: readonly ParsedUnit[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { names } of units) {
    for (const name of names) (seen.has(name) ? repeated : seen).add(name);
  }
  return repeated;
}

/** The compiler handles what is not JavaScript once its types are removed: a decorator, an enum, or a mistake. */
function compile(units: readonly ParsedUnit[], codes: readonly Code[], modules: readonly string[]): Compiled[] {
  const compiled = units.map((unit, i) => compiledAtOnce(unit, codes[i], modules));
  const left = compiled.flatMap((code, i) => (code ? [] : [i]));
  const transpiled = transpile(left.map((i) => codes[i].source));
  const rest = new Map(left.map((i, place) => [i, transpiled[place]]));
  return compiled.map((code, i) => {
    const late = rest.get(i);
    if (code || !late) return code ?? faulty("");
    return checked(() => checkCompiles(units[i], late.javaScript)) ?? { ...late, fault: null };
  });
}

/** Null for what the compiler has to handle. */
function compiledAtOnce(unit: ParsedUnit, code: Code, modules: readonly string[]): Compiled | null {
  const fault = faultIn(unit, modules);
  if (fault !== null) return faulty(fault);
  if (unit.binding !== null) return { javaScript: code.source, lines: null, fault: null };
  let isPlain = false;
  const refused = checked(() => {
    isPlain = isJavaScript(unit, code);
  });
  return refused ?? (isPlain ? { javaScript: code.blanked ?? "", lines: null, fault: null } : null);
}

/** What a check says about a unit; null when it passes. */
function checked(check: () => void): Compiled | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof NotGradable) return faulty(error.reason);
    throw error;
  }
}

function faulty(fault: Reason): Compiled {
  return { javaScript: "", lines: null, fault };
}

function faultIn({ syntaxError, imports }: ParsedUnit, modules: readonly string[]): Reason | null {
  if (syntaxError) {
    const { place, complaint, text } = syntaxError;
    return saying("extract", "syntaxError", place, complaint, text);
  }
  const foreign = imports.find(({ module }) => !modules.includes(module));
  return foreign ? saying("extract", "imports", clip(foreign.module, 60), foreign.place, modules) : null;
}
