import type { Cell } from "./Cell";

/**
 * Reads a percent-format script. `// %%` starts a code cell, `// %% [folded]` one whose code is out of sight at first;
 * `// %% [markdown]` starts a text cell, whose lines are comments; and `// %% [graded] sigmoid` stands for the cell in
 * which the learner writes `sigmoid`. Text before the first marker belongs to no cell.
 *
 * @throws SyntaxError naming the line for an unknown marker, text outside a comment, or code in a graded cell
 */
export function parsePercent(script: string): Cell[] {
  const cells: { marker: Marker; lines: string[] }[] = [];
  for (const [i, line] of script.split(/\r?\n/).entries()) {
    if (line.startsWith("// %%")) cells.push({ marker: parseMarker(line, i + 1), lines: [] });
    else cells.at(-1)?.lines.push(line);
  }
  return cells.map(({ marker, lines }) => toCell(marker, lines));
}

interface Marker {
  kind: "code" | "folded" | "markdown" | "graded";
  name: string;
  line: number;
}

function parseMarker(text: string, line: number): Marker {
  const match = /^\/\/ %%(?: \[(markdown|folded|graded)\](?: (\w+))?)?\s*$/.exec(text);
  if (!match)
    throw new SyntaxError(
      `line ${line}: expected // %%, // %% [folded], // %% [markdown] or // %% [graded] name, got ${text}`,
    );
  const [, kind = "code", name = ""] = match;
  if ((kind === "graded") !== (name !== ""))
    throw new SyntaxError(`line ${line}: only a graded cell has a name, and it needs one`);
  return { kind: kind as Marker["kind"], name, line };
}

function toCell({ kind, name, line }: Marker, lines: string[]): Cell {
  if (kind === "markdown") {
    return { type: "markdown", source: trim(lines.map((text, i) => uncomment(text, line + 1 + i))) };
  }
  const source = trim(lines);
  if (kind === "code") return { type: "code", source };
  if (kind === "folded") return { type: "code", source, folded: true };
  if (source !== "") throw new SyntaxError(`line ${line + 1}: the cell of ${name} is filled in from staff/solution.ts`);
  return { type: "code", source, graded: name };
}

function uncomment(text: string, line: number): string {
  if (text.trim() === "") return "";
  const match = /^\/\/ ?(.*)$/.exec(text);
  if (!match) throw new SyntaxError(`line ${line}: a line of a markdown cell starts with //, got ${text}`);
  return match[1];
}

function trim(lines: string[]): string {
  return lines.join("\n").replace(/^\n+|\s+$/g, "");
}
