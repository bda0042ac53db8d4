import { isRecord } from "../../../src/check/isRecord";
import { saying } from "../../../src/words/Saying";
import { sourceOf } from "../../extract/parse/parseNotebook";

/** A cell of the notebook that is being migrated. */
export interface SourceCell {
  /** Position among cells of all types, from 1. */
  number: number;
  type: "markdown" | "code" | "raw";
  source: string;
  metadata: Record<string, unknown>;
  /** Images that were pasted into a markdown cell, by name: base64 data by media type. */
  attachments: Record<string, unknown>;
  outputs: number;
}

/** @throws NotGradable when a cell has no readable source */
export function readCells(cells: readonly unknown[]): SourceCell[] {
  return cells.map((cell, i) => {
    const content: Record<string, unknown> = isRecord(cell) ? cell : {};
    const { cell_type, source, metadata, attachments, outputs } = content;
    return {
      number: i + 1,
      type: cell_type === "markdown" || cell_type === "code" ? cell_type : "raw",
      source: sourceOf(source, saying("extract", "damagedCell", i + 1)),
      metadata: isRecord(metadata) ? metadata : {},
      attachments: isRecord(attachments) ? attachments : {},
      outputs: Array.isArray(outputs) ? outputs.length : 0,
    };
  });
}

/** How a person would look it up in the old notebook: `cell 4, line 2`. */
export function placeOf({ number }: SourceCell, line?: number): string {
  return line === undefined ? `cell ${number}` : `cell ${number}, line ${line}`;
}
