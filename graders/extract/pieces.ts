import type { Unit } from "./Unit";

/** A piece of a program, on lines of its own. */
export interface Piece {
  text: string;
  /** What the text comes from; null for code that is not the submission's. */
  unit: Unit | null;
  /** What has failed when an error is thrown in this piece. */
  failed: Unit | null;
}

/** What a program is made of. */
export interface Ingredients {
  /** In the order in which they are run. */
  units: readonly Unit[];
  /** Those of them that may fail without the rest. */
  optional: ReadonlySet<Unit>;
  standIns: readonly string[];
  /** Names that stay functions, whatever is assigned to them. */
  graded: ReadonlySet<string>;
}

export function piecesOf({ units, optional, standIns, graded }: Ingredients): Piece[] {
  const bound = new Set(units.flatMap(({ names }) => names));
  const stubs = standIns.filter((name) => !bound.has(name));
  const kept = new Set([...graded].filter((name) => bound.has(name)));
  return [
    ...stubs.map((name) => ours(`const ${name} = $standIns.${name};`)),
    ...declaredNames(units),
    ...units.flatMap((unit) => {
      const isAlone = optional.has(unit) && (unit.assigns || unit.kind === "statement");
      if (isAlone) return guarded(unit, kept);
      // An import fails only when the library does.
      return { text: unit.javaScript, unit: unit.binding === null ? unit : null, failed: null };
    }),
  ];
}

/** The names that units assign to, and so do not declare themselves. */
function declaredNames(units: readonly Unit[]): Piece[] {
  const assigned = new Set(units.flatMap(({ assigns, names }) => (assigns ? names : [])));
  // What a statement declares with `var` must not be declared with `let` around it.
  const withVar = new Set(units.flatMap(({ kind, names }) => (kind === "statement" ? names : [])));
  const lets = [...assigned].filter((name) => !withVar.has(name));
  const vars = [...assigned].filter((name) => withVar.has(name));
  const declare = (keyword: string, names: string[]) =>
    names.length > 0 ? [ours(`${keyword} ${names.join(", ")};`)] : [];
  return [...declare("let", lets), ...declare("var", vars)];
}

/** A statement whose failure can be told from any other, and which leaves a graded function no value of another kind. */
function guarded(unit: Unit, graded: ReadonlySet<string>): Piece[] {
  const changed = [...unit.names, ...unit.changes.flatMap(([name, callee]) => (callee === "" ? [name] : []))];
  const kept = [...new Set(changed)].filter((name) => graded.has(name));
  const before = kept.length > 0 ? ` const $was = { ${kept.join(", ")} };` : "";
  const after = kept.map((name) => `if (typeof ${name} !== "function") ${name} = $was.${name}; `).join("");
  return [
    ours(`try {${before}`, unit),
    { text: unit.javaScript, unit, failed: null },
    // The error is a new one, thrown here: the first may come from a function that the statement calls.
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
    ours(`${after}} catch ($error) { throw new Error(\`${"${$error}"}\`); }`, unit),
  ];
}

function ours(text: string, failed: Unit | null = null): Piece {
  return { text, unit: null, failed };
}

/** The piece that a line of a program is in, and the number of the line in it, from 1. */
export function pieceAt(
  pieces: readonly Piece[],
  line: number,
  linesBefore: number,
): { piece: Piece; line: number } | null {
  let before = linesBefore;
  for (const piece of pieces) {
    const lines = piece.text.split("\n").length;
    if (line > before && line <= before + lines) return { piece, line: line - before };
    before += lines;
  }
  return null;
}
