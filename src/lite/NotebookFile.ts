/** An output of a cell, as far as it is read here. */
export interface CellOutput {
  data?: Record<string, unknown>;
}

/** A cell as nbformat 4 has it. */
export interface NotebookCell {
  id?: string;
  cell_type: string;
  /** A text, or a list of lines. */
  source?: string | readonly string[];
  metadata?: { nablab?: { graded?: string } };
  outputs?: CellOutput[];
  execution_count?: number | null;
}

/** What a site's notebook says of itself. */
export interface SiteMetadata {
  assignment?: string;
  /** Which release of the notebook it comes from. */
  release?: string;
  /** The fingerprints of its cells as they were served, by their ids. */
  cells?: Readonly<Record<string, string>>;
}

/** A notebook as its file has it. */
export interface NotebookFile {
  cells: NotebookCell[];
  metadata: { nablab?: SiteMetadata; [other: string]: unknown };
}

/** The text of a cell. */
export function sourceOf({ source = "" }: NotebookCell): string {
  return typeof source === "string" ? source : source.join("");
}
