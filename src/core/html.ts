import type { NDArray } from "./array";
import { shownPositions } from "./format";
import { floatFormat } from "./formatFloat";
import { formatShape } from "./shape";

const maxCells = 400;

/** A compact HTML table of an array of one or two dimensions, long axes cut as NumPy cuts them. */
export function toHtml(array: NDArray): string {
  const rows = array.ndim === 2 ? array.shape[0] : 1;
  const columns = array.shape[array.ndim - 1];
  const rowStride = array.ndim === 2 ? array.strides[0] : 0;
  const columnStride = array.strides[array.ndim - 1];
  const cut = array.size > maxCells;
  const value = (i: number, j: number): number => array.data[array.offset + i * rowStride + j * columnStride];
  const shownRows = shownPositions(rows, cut);
  const shownColumns = shownPositions(columns, cut);
  const shown = shownRows.flatMap((i) => shownColumns.map((j) => (i < 0 || j < 0 ? 0 : value(i, j))));
  const write = floatFormat(shown);
  const cell = (i: number, j: number): string => `<td>${i < 0 || j < 0 ? "…" : write(value(i, j)).trim()}</td>`;
  const body = shownRows.map((i) => `<tr>${shownColumns.map((j) => cell(i, j)).join("")}</tr>`).join("");
  return `<table style="text-align: right"><tbody>${body}</tbody></table><small>shape ${formatShape(array.shape)}</small>`;
}
