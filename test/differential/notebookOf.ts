import ts from "typescript";
import { buildNotebook } from "../../graders/authoring/notebook/buildNotebook";
import type { Course } from "../../graders/course/Course";
import type { Assignment } from "../../src/check/contract";
import type { Row } from "./Row";

/** The parts of an assignment's notebook with solutions that its graded functions need. */
export interface Base {
  assignment: Assignment;
  /** Functions and types that the course gives. */
  given: string;
  /** The graded functions, by name. */
  graded: ReadonlyMap<string, string>;
}

interface BuiltCell {
  cell_type: string;
  source: string[];
  metadata: { nablab?: { graded?: string } };
}

const imports = [
  "check, display, makeMoons, NDArray, NotImplemented, np, planarFlower, plot, progress, RandomState, ready, timeit",
  "useAssignment",
].join(", ");

export async function baseOf(course: Course, assignment: Assignment): Promise<Base> {
  const { cells } = JSON.parse(await buildNotebook(course, assignment, "solutions")) as { cells: BuiltCell[] };
  const code = cells.filter(({ cell_type }) => cell_type === "code");
  const graded = new Map<string, string>();
  const given: string[] = [];
  for (const { source, metadata } of code) {
    const name = metadata.nablab?.graded;
    if (name) graded.set(name, source.join(""));
    else given.push(declarationsIn(source.join("")));
  }
  return { assignment, given: given.filter(Boolean).join("\n"), graded };
}

/** Those of functions and types: demonstrations would only take time. */
function declarationsIn(cell: string): string {
  const file = ts.createSourceFile("cell.ts", cell, ts.ScriptTarget.Latest, true);
  const isKept = (node: ts.Node) =>
    ts.isFunctionDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);
  return file.statements
    .filter(isKept)
    .map((node) => node.getText(file))
    .join("\n");
}

/** The cells of a row's notebook, and the number of those before its checks. */
export function cellsOf(row: Row, { assignment, given, graded }: Base): string[] {
  const { imports: more = "", before = [], functions = {}, replace, after = [], separately } = row;
  const texts = [...graded].map(([name, text]) => functions[name] ?? text);
  const [from, to] = replace ?? ["", ""];
  const own = texts.join("\n\n");
  if (!own.includes(from)) throw new Error(`${row.name}: nothing to replace`);
  const names = [...graded.keys()];
  const checks = separately
    ? names.map((name) => `check({ ${name} } as any);`)
    : [`check({ ${names.join(", ")} } as any);`];
  const first = `import { ${imports} } from "nablab";\n${more}\nuseAssignment("${assignment.slug}");`;
  return [first, given, ...before, own.replace(from, () => to), ...checks, ...after].filter((cell) => cell !== "");
}

/** As a file. */
export function notebookOf(cells: readonly string[], { assignment }: Base): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { language_info: { name: "typescript" }, nablab: { assignment: assignment.slug } },
    cells: cells.map((source, i) => ({
      ...{ id: `c${i}`, cell_type: "code", source, metadata: {}, outputs: [], execution_count: null },
    })),
  });
}
