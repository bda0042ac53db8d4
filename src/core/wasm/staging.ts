import type { NDArray } from "../array";

/** Copies a block to the engine's memory in the order that it has in ours; returns its strides there, in bytes. */
export function stage(
  memory: Float64Array,
  to: number,
  a: NDArray,
  i: number,
  j: number,
  rows: number,
  columns: number,
): { row: number; column: number } {
  const [row, column] = a.strides;
  const from = a.offset + i * row + j * column;
  if (row === 1 && column !== 1) {
    copyLines(a.data, from, column, memory, to / 8, columns, rows, 1);
    return { row: 8, column: rows * 8 };
  }
  copyLines(a.data, from, row, memory, to / 8, rows, columns, column);
  return { row: columns * 8, column: 8 };
}

/** Copies `lines` lines of `length` elements, `line` apart, without gaps; the elements of a line are `step` apart. */
function copyLines(
  data: Float64Array,
  from: number,
  line: number,
  memory: Float64Array,
  to: number,
  lines: number,
  length: number,
  step: number,
): void {
  if (step === 1 && line === length) {
    memory.set(data.subarray(from, from + lines * length), to);
    return;
  }
  for (let l = 0; l < lines; l++) {
    const start = from + l * line;
    // A call of `set` costs as much as copying some 60 elements one by one.
    if (step === 1 && length > 60) memory.set(data.subarray(start, start + length), to + l * length);
    else for (let p = 0; p < length; p++) memory[to + l * length + p] = data[start + p * step];
  }
}
