// AssemblyScript, compiled by build.mjs to ../binaries.ts: blocks of a matrix product, on packed operands.
//
// Left operands are packed in panels of 4 rows, right ones in panels of 4 columns, so that the inner loop reads both
// from front to back whatever the strides were: the scheme of GotoBLAS (Goto and van de Geijn, 2008).
// Addresses and strides are in bytes; lengths are in elements.

export const TILE = 4;
export const ELEMENT: usize = 8;
export const PANEL_STEP: usize = 32;

/** Room for one tile. */
export const TILE_BYTES: usize = 128;

/** Packs an (mc, kc) block whose rows are `row` apart and columns `column` apart. */
export function packLeft(from: usize, mc: i32, kc: i32, row: usize, column: usize, to: usize): void {
  pack(from, mc, kc, row, column, to);
}

/** Packs a (kc, nc) block. */
export function packRight(from: usize, nc: i32, kc: i32, row: usize, column: usize, to: usize): void {
  pack(from, nc, kc, column, row, to);
}

/** C (mc, nc) = A B, or C += A B; C is row-major without gaps, `scratch` holds two tiles. */
export function multiply(
  a: usize,
  b: usize,
  c: usize,
  mc: i32,
  nc: i32,
  kc: i32,
  accumulate: bool,
  scratch: usize,
): void {
  const row = <usize>nc * ELEMENT;
  const panel = <usize>kc * PANEL_STEP;
  for (let j = 0; j < nc; j += TILE) {
    for (let i = 0; i < mc; i += TILE) {
      const left = a + <usize>(i / TILE) * panel;
      const to = c + <usize>i * row + <usize>j * ELEMENT;
      const rows = min(TILE, mc - i);
      const columns = min(TILE, nc - j);
      if (rows == TILE && columns == TILE) tile(left, b, kc, to, row, accumulate, b, 0, kc, scratch);
      else edgeTile(left, b, kc, to, row, accumulate, rows, columns, scratch);
    }
    b += panel;
  }
}

/** `lines` lines of `kc` elements: `line` bytes from one line to the next, `step` bytes along a line. */
function pack(from: usize, lines: i32, kc: i32, line: usize, step: usize, to: usize): void {
  for (let first = 0; first < lines; first += TILE) {
    const source = from + <usize>first * line;
    const count = min(TILE, lines - first);
    if (count < TILE) packEdge(source, count, kc, line, step, to);
    else if (line == ELEMENT) packNeighbours(source, kc, step, to);
    else if (step == ELEMENT) packLines(source, kc, line, to);
    else packEdge(source, TILE, kc, line, step, to);
    to += <usize>kc * PANEL_STEP;
  }
}

/** The four lines lie side by side in memory. */
function packNeighbours(from: usize, kc: i32, step: usize, to: usize): void {
  for (let p = 0; p < kc; p++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    from += step;
    to += PANEL_STEP;
  }
}

/** Each of the four lines is contiguous: a 4 x 2 transposition at a time. */
function packLines(a0: usize, kc: i32, line: usize, to: usize): void {
  let a1 = a0 + line;
  let a2 = a1 + line;
  let a3 = a2 + line;
  for (let p = 0; p < kc - 1; p += 2) {
    const x0 = v128.load(a0);
    const x1 = v128.load(a1);
    const x2 = v128.load(a2);
    const x3 = v128.load(a3);
    v128.store(to, v128.shuffle<f64>(x0, x1, 0, 2));
    v128.store(to, v128.shuffle<f64>(x2, x3, 0, 2), 16);
    v128.store(to, v128.shuffle<f64>(x0, x1, 1, 3), 32);
    v128.store(to, v128.shuffle<f64>(x2, x3, 1, 3), 48);
    a0 += 16;
    a1 += 16;
    a2 += 16;
    a3 += 16;
    to += 2 * PANEL_STEP;
  }
  if (kc % 2 == 1) {
    store<f64>(to, load<f64>(a0));
    store<f64>(to, load<f64>(a1), 8);
    store<f64>(to, load<f64>(a2), 16);
    store<f64>(to, load<f64>(a3), 24);
  }
}

/** Fewer than four lines: zeros stand in for the missing ones. */
function packEdge(from: usize, count: i32, kc: i32, line: usize, step: usize, to: usize): void {
  for (let p = 0; p < kc; p++) {
    for (let l = 0; l < TILE; l++) {
      store<f64>(to, l < count ? load<f64>(from + <usize>l * line) : 0);
      to += ELEMENT;
    }
    from += step;
  }
}

/**
 * A 4 x 4 tile of C, held in eight registers throughout the inner loop. Before every `pause` elements of that loop it
 * loads from `ahead`, which advances by `step`, so that what is needed next is already on its way from memory.
 */
export function tile(
  a: usize,
  b: usize,
  kc: i32,
  c: usize,
  row: usize,
  accumulate: bool,
  ahead: usize,
  step: usize,
  pause: i32,
  scratch: usize,
): void {
  let seen = f64x2.splat(0);
  let c00 = f64x2.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const end = a + <usize>kc * PANEL_STEP;
  while (a < end) {
    const stop = min(end, a + <usize>pause * PANEL_STEP);
    seen = v128.or(seen, v128.load(ahead));
    ahead += step;
    while (a < stop) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      let x = v128.load64_splat(a);
      c00 = multiplyAdd(x, b0, c00);
      c01 = multiplyAdd(x, b1, c01);
      x = v128.load64_splat(a, 8);
      c10 = multiplyAdd(x, b0, c10);
      c11 = multiplyAdd(x, b1, c11);
      x = v128.load64_splat(a, 16);
      c20 = multiplyAdd(x, b0, c20);
      c21 = multiplyAdd(x, b1, c21);
      x = v128.load64_splat(a, 24);
      c30 = multiplyAdd(x, b0, c30);
      c31 = multiplyAdd(x, b1, c31);
      a += PANEL_STEP;
      b += PANEL_STEP;
    }
  }
  v128.store(scratch, seen);
  put(c, c00, c01, accumulate);
  put(c + row, c10, c11, accumulate);
  put(c + 2 * row, c20, c21, accumulate);
  put(c + 3 * row, c30, c31, accumulate);
}

/** A tile that extends beyond C is computed in `scratch`; the part inside C is then copied. */
export function edgeTile(
  a: usize,
  b: usize,
  kc: i32,
  c: usize,
  row: usize,
  accumulate: bool,
  rows: i32,
  columns: i32,
  scratch: usize,
): void {
  tile(a, b, kc, scratch, PANEL_STEP, false, b, 0, kc, scratch + TILE_BYTES);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const to = c + <usize>i * row + <usize>j * ELEMENT;
      const x = load<f64>(scratch + <usize>i * PANEL_STEP + <usize>j * ELEMENT);
      store<f64>(to, accumulate ? load<f64>(to) + x : x);
    }
  }
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function put(c: usize, x: v128, y: v128, accumulate: bool): void {
  if (accumulate) {
    x = f64x2.add(x, v128.load(c));
    y = f64x2.add(y, v128.load(c, 16));
  }
  v128.store(c, x);
  v128.store(c, y, 16);
}

/** x * y + z; the relaxed build rounds once where the processor can, the plain build twice everywhere. */
// @ts-expect-error: a decorator of AssemblyScript
@inline
function multiplyAdd(x: v128, y: v128, z: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(x, y, z);
  return f64x2.add(f64x2.mul(x, y), z);
}
