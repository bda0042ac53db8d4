import type { BinaryKernel } from "./elementwise";

// The loops are repeated for each operation on purpose: the compiler keeps one record of types and calls per function
// in the source, so only a loop written out for one operation runs at full speed (0.5 ns per element instead of 4). The
// first branch serves operands without gaps; the second, a column or a number on the right; the third, one on the left,
// where the operation tells the sides apart; the last, everything else.
//
// `columns |= 0` tells the compiler that this is a 32-bit integer, which allocate() guarantees. Then c is one as well
// and is not checked on every iteration; that check takes a third of the time.

/** `a + b` */
export const addKernel: BinaryKernel = (a, aFrom, aRow, aColumn, b, bFrom, bRow, bColumn, out, to, rows, columns) => {
  columns |= 0;
  for (let r = 0; r < rows; r++) {
    const p = aFrom + r * aRow;
    const q = bFrom + r * bRow;
    if (aColumn === 1 && bColumn === 1) {
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c] + b[q + c];
    } else if (aColumn === 1 && bColumn === 0) {
      const y = b[q];
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c] + y;
    } else {
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c * aColumn] + b[q + c * bColumn];
    }
    to += columns;
  }
};

/** `a - b` */
export const subtractKernel: BinaryKernel = (
  a,
  aFrom,
  aRow,
  aColumn,
  b,
  bFrom,
  bRow,
  bColumn,
  out,
  to,
  rows,
  columns,
) => {
  columns |= 0;
  for (let r = 0; r < rows; r++) {
    const p = aFrom + r * aRow;
    const q = bFrom + r * bRow;
    if (aColumn === 1 && bColumn === 1) {
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c] - b[q + c];
    } else if (aColumn === 1 && bColumn === 0) {
      const y = b[q];
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c] - y;
    } else if (aColumn === 0 && bColumn === 1) {
      const x = a[p];
      for (let c = 0; c < columns; c++) out[to + c] = x - b[q + c];
    } else {
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c * aColumn] - b[q + c * bColumn];
    }
    to += columns;
  }
};

/** `a * b` */
export const multiplyKernel: BinaryKernel = (
  a,
  aFrom,
  aRow,
  aColumn,
  b,
  bFrom,
  bRow,
  bColumn,
  out,
  to,
  rows,
  columns,
) => {
  columns |= 0;
  for (let r = 0; r < rows; r++) {
    const p = aFrom + r * aRow;
    const q = bFrom + r * bRow;
    if (aColumn === 1 && bColumn === 1) {
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c] * b[q + c];
    } else if (aColumn === 1 && bColumn === 0) {
      const y = b[q];
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c] * y;
    } else {
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c * aColumn] * b[q + c * bColumn];
    }
    to += columns;
  }
};

/** `a / b` */
export const divideKernel: BinaryKernel = (
  a,
  aFrom,
  aRow,
  aColumn,
  b,
  bFrom,
  bRow,
  bColumn,
  out,
  to,
  rows,
  columns,
) => {
  columns |= 0;
  for (let r = 0; r < rows; r++) {
    const p = aFrom + r * aRow;
    const q = bFrom + r * bRow;
    if (aColumn === 1 && bColumn === 1) {
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c] / b[q + c];
    } else if (aColumn === 1 && bColumn === 0) {
      const y = b[q];
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c] / y;
    } else if (aColumn === 0 && bColumn === 1) {
      const x = a[p];
      for (let c = 0; c < columns; c++) out[to + c] = x / b[q + c];
    } else {
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c * aColumn] / b[q + c * bColumn];
    }
    to += columns;
  }
};

/** The larger of two; `Math.max` gives NaN for NaN, as NumPy does. */
export const maximumKernel: BinaryKernel = (
  a,
  aFrom,
  aRow,
  aColumn,
  b,
  bFrom,
  bRow,
  bColumn,
  out,
  to,
  rows,
  columns,
) => {
  columns |= 0;
  for (let r = 0; r < rows; r++) {
    const p = aFrom + r * aRow;
    const q = bFrom + r * bRow;
    if (aColumn === 1 && bColumn === 1) {
      for (let c = 0; c < columns; c++) out[to + c] = Math.max(a[p + c], b[q + c]);
    } else if (aColumn === 1 && bColumn === 0) {
      const y = b[q];
      for (let c = 0; c < columns; c++) out[to + c] = Math.max(a[p + c], y);
    } else {
      for (let c = 0; c < columns; c++) out[to + c] = Math.max(a[p + c * aColumn], b[q + c * bColumn]);
    }
    to += columns;
  }
};

/** 1 where `a > b`, else 0. */
export const greaterKernel: BinaryKernel = (
  a,
  aFrom,
  aRow,
  aColumn,
  b,
  bFrom,
  bRow,
  bColumn,
  out,
  to,
  rows,
  columns,
) => {
  columns |= 0;
  for (let r = 0; r < rows; r++) {
    const p = aFrom + r * aRow;
    const q = bFrom + r * bRow;
    if (aColumn === 1 && bColumn === 1) {
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c] > b[q + c] ? 1 : 0;
    } else if (aColumn === 1 && bColumn === 0) {
      const y = b[q];
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c] > y ? 1 : 0;
    } else {
      for (let c = 0; c < columns; c++) out[to + c] = a[p + c * aColumn] > b[q + c * bColumn] ? 1 : 0;
    }
    to += columns;
  }
};
