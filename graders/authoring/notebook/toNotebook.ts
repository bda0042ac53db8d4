import type { Cell } from "./Cell";
import type { NotebookKernel } from "./Kernel";

const displayNames: Record<NotebookKernel, string> = { nablab: "TypeScript (nablab)", tslab: "TypeScript" };

/** The notebook file (nbformat 4.5) of these cells, without outputs: the same bytes for the same cells. */
export function toNotebook(cells: readonly Cell[], slug: string, kernel: NotebookKernel = "nablab"): string {
  const notebook = {
    cells: cells.map(toJson),
    metadata: {
      kernelspec: { display_name: displayNames[kernel], language: "typescript", name: kernel },
      language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
      nablab: { assignment: slug },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  // Keys in alphabetical order, indented by one, as Jupyter saves them: saving an unchanged notebook changes nothing.
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function toJson({ type, id, folded, graded, source }: Cell) {
  const metadata = {
    ...(folded ? { jupyter: { source_hidden: true } } : {}),
    ...(graded ? { nablab: { graded } } : {}),
  };
  const lines = source.split(/(?<=\n)/);
  if (type === "markdown") return { cell_type: type, id, metadata, source: lines };
  return { cell_type: type, execution_count: null, id, metadata, outputs: [], source: lines };
}
