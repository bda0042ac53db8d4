import ts from "typescript";
import * as nablab from "..";
import type { Assignment } from "../check/define";
import { buildNotebook, type Edition } from "./buildNotebook";
import type { Functions } from "./trial";

interface NotebookCell {
  metadata: { nablab?: { graded?: string } };
  source: string[];
}

/** The graded functions as they stand in an edition of the notebook, compiled and loaded into this process. */
export async function loadEdition(assignment: Assignment, edition: Edition): Promise<Functions> {
  const { cells } = JSON.parse(await buildNotebook(assignment, edition)) as { cells: NotebookCell[] };
  const graded = cells.filter(({ metadata }) => metadata.nablab?.graded);
  const names = graded.map(({ metadata }) => metadata.nablab?.graded);
  const source = graded.map(({ source }) => source.join("")).join("\n");
  const script = ts.transpile(source, { target: ts.ScriptTarget.ES2022 });
  const imports = `const { ${Object.keys(nablab).join(", ")} } = nablab;`;
  return new Function("nablab", `${imports}\n${script}\nreturn { ${names.join(", ")} };`)(nablab);
}
