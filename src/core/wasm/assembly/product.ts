// AssemblyScript: a whole matrix product, which reads its operands in place. ./gemm.ts is given blocks that JavaScript
// has copied, but this code must itself make sure that large operands arrive from memory in time: waiting for them
// takes as long as computing. So while it computes, it loads a little of what it needs next (`ahead`).

import { ELEMENT, edgeTile, PANEL_STEP, packLeft, packRight, TILE, TILE_BYTES, tile } from "./gemm";

/** Largest number of rows and columns of a block of C. */
const BLOCK = 256;

/** Room for that many rows or columns of up to as many inner elements. */
const BLOCK_BYTES = <usize>(BLOCK * BLOCK) * ELEMENT;
const CACHE_LINE: usize = 64;

/** What is loaded while a panel is multiplied: tile t loads line t, which begins `apart` bytes after the one before. */
let ahead: usize = 0;
let aheadApart: usize = 0;
let aheadLines: i32 = 0;
/** Inner elements that a tile multiplies between two loads. */
let pause: i32 = 0;

/**
 * C (m, n) = A (m, k) B (k, n): addresses and strides in bytes, rows of C without gaps. `depth` inner elements, at most
 * 256, are summed before they are added to C. `area` holds two tiles and three blocks.
 */
export function product(
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
  cRow: usize,
  m: i32,
  n: i32,
  k: i32,
  depth: i32,
  area: usize,
): void {
  for (let i = 0; i < m; i += BLOCK) {
    const mc = min(BLOCK, m - i);
    const rows = a + <usize>i * aRow;
    const to = c + <usize>i * cRow;
    if (bColumn == ELEMENT) byRows(rows, aRow, aColumn, b, bRow, to, cRow, mc, n, k, depth, area);
    else byPanels(rows, aRow, aColumn, b, bRow, bColumn, to, cRow, mc, n, k, depth, area);
  }
}

/** B is row-major: while a block of it is multiplied, the rows of the next one are packed, a few before each panel. */
function byRows(
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  mc: i32,
  n: i32,
  k: i32,
  depth: i32,
  area: usize,
): void {
  const left = area + 2 * TILE_BYTES;
  let block = left + BLOCK_BYTES;
  let nextBlock = block + BLOCK_BYTES;
  for (let j = 0; j < n; j += BLOCK) {
    const nc = min(BLOCK, n - j);
    const from = b + <usize>j * ELEMENT;
    let kc = min(depth, k);
    packRows(from, bRow, 0, kc, kc, nc, block);
    for (let p = 0; p < k; ) {
      packLeft(a + <usize>p * aColumn, mc, kc, aRow, aColumn, left);
      const next = min(depth, k - p - kc);
      const share = evenShare(next, nc);
      for (let q = 0, done = 0; q < nc; q += TILE, done += share) {
        packRows(from + <usize>(p + kc) * bRow, bRow, min(next, done), min(next, done + share), next, nc, nextBlock);
        ahead = from + <usize>(p + kc + done + share) * bRow;
        aheadApart = bRow;
        aheadLines = next - done - share;
        pause = (kc * 8 + nc - 1) / nc;
        const panel = block + <usize>(q * kc) * ELEMENT;
        multiplyPanel(left, panel, kc, c + <usize>(j + q) * ELEMENT, cRow, mc, min(TILE, nc - q), p > 0, area);
      }
      p += kc;
      kc = next;
      const packed = block;
      block = nextBlock;
      nextBlock = packed;
    }
  }
}

/** B is column-major, or neither row- nor column-major: its panels are packed one by one. */
function byPanels(
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
  cRow: usize,
  mc: i32,
  n: i32,
  k: i32,
  depth: i32,
  area: usize,
): void {
  const left = area + 2 * TILE_BYTES;
  const panel = left + BLOCK_BYTES;
  aheadApart = bColumn;
  pause = 8;
  for (let p = 0; p < k; p += depth) {
    const kc = min(depth, k - p);
    packLeft(a + <usize>p * aColumn, mc, kc, aRow, aColumn, left);
    for (let j = 0; j < n; j += TILE) {
      const from = b + <usize>p * bRow + <usize>j * bColumn;
      packRight(from, min(TILE, n - j), kc, bRow, bColumn, panel);
      ahead = from + TILE * bColumn;
      aheadLines = bRow == ELEMENT ? min(TILE, n - j - TILE) : 0;
      multiplyPanel(left, panel, kc, c + <usize>j * ELEMENT, cRow, mc, min(TILE, n - j), p > 0, area);
    }
  }
}

/** Up to four columns of C. */
function multiplyPanel(
  left: usize,
  panel: usize,
  kc: i32,
  c: usize,
  cRow: usize,
  mc: i32,
  columns: i32,
  accumulate: bool,
  area: usize,
): void {
  for (let i = 0; i < mc; i += TILE) {
    const rows = min(TILE, mc - i);
    if (rows < TILE || columns < TILE) edgeTile(left, panel, kc, c, cRow, accumulate, rows, columns, area);
    else if (i < aheadLines * TILE) {
      const line = ahead + <usize>(i / TILE) * aheadApart;
      tile(left, panel, kc, c, cRow, accumulate, line, CACHE_LINE, pause, area);
    } else tile(left, panel, kc, c, cRow, accumulate, panel, 0, kc, area);
    left += <usize>kc * PANEL_STEP;
    c += TILE * cRow;
  }
}

/** Rows to pack before each panel, an even number, so that they are all packed when the last panel is multiplied. */
function evenShare(rows: i32, columns: i32): i32 {
  const panels = (columns + TILE - 1) / TILE;
  return ((rows + panels - 1) / panels + 1) & ~1;
}

/** Packs rows `first` to `last` of a row-major (kc, nc) block, as `packRight` would: two at a time fill cache lines. */
function packRows(from: usize, row: usize, first: i32, last: i32, kc: i32, nc: i32, to: usize): void {
  const panel = <usize>kc * PANEL_STEP;
  const whole = nc & ~(TILE - 1);
  for (let p = first; p < last; p += 2) {
    const both = p + 1 < last;
    let x = from + <usize>p * row;
    let out = to + <usize>p * PANEL_STEP;
    const end = x + <usize>whole * ELEMENT;
    while (x < end) {
      v128.store(out, v128.load(x));
      v128.store(out, v128.load(x, 16), 16);
      if (both) {
        v128.store(out, v128.load(x + row), 32);
        v128.store(out, v128.load(x + row, 16), 48);
      }
      x += PANEL_STEP;
      out += panel;
    }
    if (whole < nc) packRight(x, nc - whole, both ? 2 : 1, row, ELEMENT, out);
  }
}
