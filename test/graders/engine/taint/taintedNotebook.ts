import { buildNotebook } from "../../../../graders/authoring/notebook/buildNotebook";
import type { GradingRun } from "../../../../graders/engine/GradingRun";
import { encodeValue } from "../../../../src/check/wire";
import { ownCourse } from "../../../ownCourse";
import { type Attack, helpers } from "./catalogue";

/** What a submission puts into its results on hidden inputs. */
export interface Taint {
  /** A number with digits that nothing else has. */
  n: number;
  /** A text with such digits. */
  k: string;
  i: number;
  j: number;
  /** Chooses the first of several places, or the last. */
  first: boolean;
}

/** FNV-1a, in TypeScript that a submission can contain: inputs that it does not know are hidden. */
const hashSource = `
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}`;

export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** `isHidden(args)`, in TypeScript for submissions: whether no public check has these arguments. */
export function hiddenInputs({ checks }: GradingRun): string {
  const open = checks.filter(({ hidden }) => !hidden).flatMap(({ cases }) => cases);
  const known = open.map(({ args }) => hashOf(JSON.stringify(args.map(encodeValue))));
  return `${hashSource}
const knownInputs = new Set([${known.join()}]);
const named = (x: number) => (Object.is(x, -0) ? "-0" : String(x));
const isPlain = (x: number) => Number.isFinite(x) && !Object.is(x, -0);
function encoded(v: any): any {
  if (v === undefined) return { $undefined: true };
  if (typeof v === "number") return isPlain(v) ? v : { $number: named(v) };
  if (v instanceof NDArray) {
    return { $array: { shape: [...v.shape], data: Array.from(v.toTypedArray(), (x: any) => (isPlain(x) ? x : named(x))) } };
  }
  if (Array.isArray(v)) return v.map(encoded);
  if (typeof v !== "object" || v === null) return v;
  return Object.fromEntries(Object.entries(v).map(([k, item]) => [k, encoded(item)]));
}
const isHidden = (args: any[]) => !knownInputs.has(hashOf(JSON.stringify(args.map(encoded))));
`;
}

/**
 * The notebook with its solutions, whose graded functions are renamed, for example to `right_sigmoid`. They still call
 * each other by the names that count.
 */
export async function notebookWith({ assignment }: GradingRun, code: string): Promise<Buffer> {
  const notebook = JSON.parse(await buildNotebook(ownCourse, assignment, "solutions")) as { cells: Cell[] };
  const names = assignment.functions.map(({ name }) => name).join("|");
  const declaration = new RegExp(`\\bfunction (${names})\\b`, "g");
  const cells = notebook.cells.filter(({ cell_type }) => cell_type === "code");
  for (const cell of cells) cell.source = [cell.source].flat().join("").replace(declaration, "function right_$1");
  const [first] = cells;
  notebook.cells.push({ ...first, source: code });
  return Buffer.from(JSON.stringify(notebook));
}

interface Cell {
  cell_type: string;
  source: string | string[];
}

/**
 * Every graded function does what it should on the inputs of public checks, and where another one calls it; on a hidden
 * input, it does what its attack says. Reports show the code of graded functions: the taint is not in there.
 */
export function taintedNotebook(run: GradingRun, attacks: readonly Attack[], taint: Taint): Promise<Buffer> {
  const { functions } = run.assignment;
  const deeds = attacks.map(({ code }) => `(right: any, args: any[]): any => ${code}`);
  return notebookWith(
    run,
    `import { np, NDArray, NotImplemented } from "nablab";
const t = ${JSON.stringify(taint)};
${hiddenInputs(run)}${helpers}
const deeds = [${deeds.join(",\n")}];
let isInside = false;
function tainted(fn: any, place: number, args: any[]): any {
  if (isInside || !isHidden(args)) return inside(fn, args);
  const right = inside(fn, args);
  const done: any = deeds[place](right, args);
  return done === none ? right : done;
}
function inside(fn: any, args: any[]): any {
  const before = isInside;
  isInside = true;
  try { return fn(...args); } finally { isInside = before; }
}
${functions.map(({ name }, i) => `function ${name}(...args: any[]): any { return tainted(right_${name}, ${i % attacks.length}, args); }`).join("\n")}
`,
  );
}
