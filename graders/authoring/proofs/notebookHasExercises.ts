import { buildNotebook } from "../notebook/buildNotebook";
import type { Proof } from "./Proof";

/** Every graded function has a cell, and the next cell checks the function. */
export const notebookHasExercises: Proof = async ({ course, assignment }) => {
  const { cells } = JSON.parse(await buildNotebook(course, assignment, "starter")) as {
    cells: { metadata: { nablab?: { graded: string } }; source: string[] }[];
  };
  const problems = assignment.functions.flatMap(({ name }) => {
    const at = cells.findIndex(({ metadata }) => metadata.nablab?.graded === name);
    if (at === -1) return [`notebook.ts has no cell // %% [graded] ${name}`];
    const next = cells[at + 1]?.source.join("") ?? "";
    return next.includes(`check({ ${name} })`) ? [] : [`the cell of ${name} is not followed by check({ ${name} })`];
  });
  return { what: "every exercise is in the notebook, and its check follows", problems };
};
