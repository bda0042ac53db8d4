import type { Assignment } from "../../../src/check/contract";
import { type Notice, noticeType } from "../../../src/notebook/Notice";
import type { Course } from "../../course/Course";
import { buildNotebook, type Edition, type Readers } from "../notebook/buildNotebook";
import { type RunNotebookOptions, runNotebook } from "./runNotebook";

interface Cell {
  id: string;
  cell_type: string;
  source: string[];
}

/** What happened when a notebook ran. */
export interface Run {
  /** The id of the cell that failed, and its message; no cell after it was run. */
  failures: string[];
  /** The plain text of everything that was displayed, in order. */
  displays: string[];
  /** What its checks and demonstrations say, in order. */
  notices: Notice[];
  printed: string;
}

/** Runs an edition top to bottom, as "Run All" does: through the Jupyter protocol, stopping at the first failure. */
export async function runEdition(
  course: Course,
  assignment: Assignment,
  edition: Edition,
  { locale, ...options }: RunNotebookOptions & Pick<Readers, "locale"> = {},
): Promise<Run> {
  const { cells } = JSON.parse(await buildNotebook(course, assignment, edition, { locale })) as { cells: Cell[] };
  const code = cells.filter((cell) => cell.cell_type === "code");
  const results = await runNotebook(
    code.map(({ source }) => source.join("")),
    { library: course.root, directory: course.notebooks, ...options },
  );
  return {
    failures: results.flatMap(({ status, evalue }, i) => (status === "error" ? [`cell ${code[i].id}: ${evalue}`] : [])),
    displays: results.flatMap(({ outputs }) =>
      outputs
        .filter(({ type }) => type === "display_data")
        .map(({ content }) => (content.data as Record<string, string>)["text/plain"]),
    ),
    notices: results.flatMap(({ outputs }) =>
      outputs.flatMap(({ content }) => (content.data as Record<string, Notice> | undefined)?.[noticeType] ?? []),
    ),
    printed: results.map(({ text }) => text).join("\n"),
  };
}
