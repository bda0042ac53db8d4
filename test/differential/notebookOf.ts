import ts from "typescript";
import { buildNotebook } from "../../graders/authoring/notebook/buildNotebook";
import type { Course } from "../../graders/course/Course";
import type { Assignment } from "../../src/check/contract";
import type { Row } from "./Row";

/** The parts of an assignment's notebook with solutions that its graded functions need. */
export interface Base {
  assignment: Assignment;
  /** Types that the course gives, and functions that need no graded one. */
  given: string;
  /** Functions that the course gives and that call graded ones, so that they cannot stand in a cell before those. */
  calling: string;
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
  const given: Declaration[] = [];
  for (const { source, metadata } of code) {
    const name = metadata.nablab?.graded;
    if (name) graded.set(name, source.join(""));
    else given.push(...declarationsIn(source.join("")));
  }
  // Those that need data of the lesson are of no use without its cells.
  const needy = callersOf(
    code.flatMap(({ source }) => dataIn(source.join(""))),
    given,
  );
  const kept = given.filter((node) => !needy.has(node));
  const calling = callersOf([...graded.keys()], kept);
  const textOf = (declarations: Declaration[]) => declarations.map((node) => node.getText()).join("\n");
  return {
    assignment,
    given: textOf(kept.filter((node) => !calling.has(node))),
    calling: textOf(kept.filter((node) => calling.has(node))),
    graded,
  };
}

type Declaration = ts.FunctionDeclaration | ts.TypeAliasDeclaration | ts.InterfaceDeclaration | ts.VariableStatement;

/** Those of functions and types: demonstrations would only take time. */
function declarationsIn(cell: string): Declaration[] {
  const file = ts.createSourceFile("cell.ts", cell, ts.ScriptTarget.Latest, true);
  const isKept = (node: ts.Node): node is Declaration =>
    ts.isFunctionDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    (ts.isVariableStatement(node) &&
      constantsIn(node).every(({ initializer }) => initializer && isFunction(initializer)));
  return file.statements.filter(isKept);
}

/** The names of variables that hold no function. */
function dataIn(cell: string): string[] {
  const file = ts.createSourceFile("cell.ts", cell, ts.ScriptTarget.Latest, true);
  return file.statements
    .filter((node) => ts.isVariableStatement(node))
    .filter((node) => !constantsIn(node).every(({ initializer }) => initializer && isFunction(initializer)))
    .flatMap((node) => constantsIn(node).flatMap(({ name }) => boundNames(name)));
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}

function constantsIn(node: ts.VariableStatement): readonly ts.VariableDeclaration[] {
  return node.declarationList.declarations;
}

function isFunction(node: ts.Expression): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** The names that a declaration gives. */
function namesOf(node: Declaration): string[] {
  if (ts.isVariableStatement(node)) return constantsIn(node).map(({ name }) => name.getText());
  return node.name ? [node.name.text] : [];
}

/** The declarations that name one of `names`, directly or through each other. */
function callersOf(names: readonly string[], declarations: readonly Declaration[]): ReadonlySet<Declaration> {
  const reached = new Set(names);
  const callers = new Set<Declaration>();
  for (let before = -1; before < callers.size; ) {
    before = callers.size;
    for (const node of declarations) {
      if (!namesIn(node).some((name) => reached.has(name))) continue;
      callers.add(node);
      for (const name of namesOf(node)) reached.add(name);
    }
  }
  return callers;
}

function namesIn(node: ts.Node): string[] {
  if (ts.isIdentifier(node)) return [node.text];
  const names: string[] = [];
  node.forEachChild((child) => void names.push(...namesIn(child)));
  return names;
}

/** The cells of a row's notebook, and the number of those before its checks. */
export function cellsOf(row: Row, { assignment, given, calling, graded }: Base): string[] {
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
  const functionCells = separately ? [...texts, calling] : [`${own.replace(from, () => to)}\n${calling}`];
  return [first, given, ...before, ...functionCells, ...checks, ...after].filter((cell) => cell !== "");
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
