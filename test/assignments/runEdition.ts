import { buildNotebook, type Edition } from "../../src/builder/buildNotebook";
import type { Assignment } from "../../src/check/define";
import { runNotebook } from "../kernel/runNotebook";

interface Cell {
  cell_type: string;
  source: string[];
}

interface Run {
  failures: string[];
  /** The plain text of everything that was displayed, in order. */
  displays: string[];
  printed: string;
}

/** Runs an edition top to bottom, as "Run All" does: through the Jupyter protocol, stopping at the first failure. */
export async function runEdition(assignment: Assignment, edition: Edition): Promise<Run> {
  const { cells } = JSON.parse(await buildNotebook(assignment, edition)) as { cells: Cell[] };
  const code = cells.filter((cell) => cell.cell_type === "code").map((cell) => cell.source.join(""));
  const results = await runNotebook(code);
  return {
    failures: results.flatMap(({ status, evalue }, i) => (status === "ok" ? [] : [`${code[i]}\n${evalue}`])),
    displays: results.flatMap(({ outputs }) =>
      outputs
        .filter(({ type }) => type === "display_data")
        .map(({ content }) => (content.data as Record<string, string>)["text/plain"]),
    ),
    printed: results.map(({ text }) => text).join("\n"),
  };
}
