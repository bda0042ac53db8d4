import ts from "typescript";
import * as nablab from "../../../src";
import type { Assignment } from "../../../src/check/contract";
import type { Course } from "../../course/Course";
import { functionsOnArrays } from "../../course/onArrays";
import { buildNotebook, type Edition } from "../notebook/buildNotebook";
import type { Functions } from "../tryOut";

interface NotebookCell {
  cell_type: string;
  metadata: { nablab?: { graded?: string } };
  source: string[];
}

/**
 * The graded functions of an edition of the notebook, compiled and loaded into this process, with the functions that
 * the notebook gives to learners. Nothing else in the notebook is run.
 */
export async function loadEdition(course: Course, assignment: Assignment, edition: Edition): Promise<Functions> {
  const { cells } = JSON.parse(await buildNotebook(course, assignment, edition)) as { cells: NotebookCell[] };
  const graded = cells.filter(({ metadata }) => metadata.nablab?.graded);
  const names = graded.map(({ metadata }) => metadata.nablab?.graded);
  const given = cells.filter((cell) => cell.cell_type === "code" && !graded.includes(cell));
  const source = [...given.map(functionsOf), ...graded.map(textOf)].join("\n");
  const script = ts.transpile(source, { target: ts.ScriptTarget.ES2022 });
  const imports = `const { ${Object.keys(nablab).join(", ")} } = nablab;`;
  const tf = assignment.modules?.includes("nablab/tf") ? await import("../../../src/tf") : undefined;
  const made = new Function("nablab", "tf", `${imports}\n${script}\nreturn { ${names.join(", ")} };`)(nablab, tf);
  return functionsOnArrays(assignment, made);
}

function textOf({ source }: NotebookCell): string {
  return source.join("");
}

function functionsOf(cell: NotebookCell): string {
  const file = ts.createSourceFile("cell.ts", textOf(cell), ts.ScriptTarget.ES2022);
  const declarations = file.statements.filter(ts.isFunctionDeclaration);
  return declarations.map((declaration) => declaration.getFullText(file)).join("\n");
}
