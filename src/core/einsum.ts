import { missing } from "./argument";
import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { formatShape, sizeOf } from "./shape";
import type { Operand } from "./types";

/**
 * Einstein summation. Each letter names an axis; letters that are missing from the result are
 * summed over, so `"ij,jk->ik"` is the matrix product of shapes (i, j) and (j, k). Without `->`,
 * the result has the letters that occur once, in alphabetical order. `...` stands for the axes that have no letter, which
 * broadcast; the result has them where it has `...`, or in front. Meant for clarity: `np.dot` is much faster where it
 * applies.
 *
 * @throws SyntaxError if the subscripts do not fit the number of operands
 * @throws RangeError if they do not fit an operand's axes, or a letter stands for different lengths
 * @example
 * np.einsum("ij->j", [[1, 2], [3, 4]]); // [4. 6.]
 * np.einsum("ij,jk->ik", [[1, 2], [3, 4]], np.eye(2)); // [[1. 2.] [3. 4.]]
 * np.einsum("ba", [[1, 2], [3, 4]]); // [[1. 3.] [2. 4.]]
 * np.einsum("...i->...", [[1, 2], [3, 4]]); // [3. 7.]
 */
export function einsum(subscripts: string, ...operands: Operand[]): NDArray {
  if (subscripts === undefined) throw missing("np.einsum", "subscripts");
  const arrays = operands.map((operand) => toNDArray("np.einsum", operand));
  const [inputs, output] = parse(subscripts, arrays);
  const lengths = new Map<string, number>();
  arrays.forEach((array, i) => {
    if (inputs[i].length !== array.ndim) {
      throw new RangeError(
        `np.einsum: "${given(inputs[i])}" does not fit an array of shape ${formatShape(array.shape)}`,
      );
    }
    [...inputs[i]].forEach((letter, d) => {
      const [known, length] = [lengths.get(letter) ?? array.shape[d], array.shape[d]];
      // Between operands, an axis of length 1 is repeated; the two axes of a diagonal are of one length.
      const isDiagonal = inputs[i].indexOf(letter) < d && array.shape[inputs[i].indexOf(letter)] !== length;
      if (isDiagonal || (known !== length && known !== 1 && length !== 1)) {
        throw new RangeError(`np.einsum: "${given(letter)}" stands for the lengths ${known} and ${length}`);
      }
      lengths.set(letter, known === 1 ? length : known);
    });
  });
  const letters = [...output, ...[...lengths.keys()].filter((letter) => !output.includes(letter))];
  const shape = letters.map((letter) => lengths.get(letter) ?? 0);
  const kept = shape.slice(0, output.length);
  const out = new Float64Array(sizeOf(kept));
  const strides = arrays.map((array, i) => letters.map((letter) => strideOf(array, inputs[i], letter)));
  const inner = sizeOf(shape.slice(output.length));
  if (sizeOf(shape) > 0) accumulate(arrays, strides, shape, out, inner);
  return new NDArray(out, kept);
}

/** Axes that `...` stands for get letters, too, counted from the last one, which broadcasting begins with. */
const firstUnnamed = 0xe000;

function isUnnamed(letter: string): boolean {
  return letter.charCodeAt(0) >= firstUnnamed;
}

/** Subscripts as they were given. */
function given(letters: string): string {
  return letters.replace(/[\ue000-\uf8ff]+/, "...");
}

function parse(subscripts: string, arrays: readonly NDArray[]): [inputs: string[], output: string] {
  const form = /^([a-zA-Z,]|\.\.\.)*(->([a-zA-Z]|\.\.\.)*)?$/;
  const written = subscripts.replaceAll(" ", "");
  const [left, right] = written.split("->");
  const terms = left.split(",");
  const fits = form.test(written) && terms.length === arrays.length && [...terms, right ?? ""].every(hasOneEllipsis);
  if (!fits) throw unfit(subscripts, arrays.length);
  const most = Math.max(...terms.map((term, i) => countUnnamed(term, arrays[i])));
  const inputs = terms.map((term, i) => term.replace("...", unnamed(countUnnamed(term, arrays[i]))));
  const output = right?.replace("...", unnamed(most)) ?? unnamed(most) + once(inputs.join(""));
  const known = [...output].every((letter) => isUnnamed(letter) || left.includes(letter));
  const keepsAll = [...unnamed(most)].every((letter) => output.includes(letter));
  if (!known || !keepsAll || new Set(output).size < output.length) throw unfit(subscripts, arrays.length);
  return [inputs, output];
}

function unfit(subscripts: string, count: number): SyntaxError {
  return new SyntaxError(`np.einsum: expected subscripts such as "ij,jk->ik" for ${count} arrays, got "${subscripts}"`);
}

function hasOneEllipsis(term: string): boolean {
  return term.split("...").length <= 2;
}

/** How many axes `...` stands for; no fewer than 0. */
function countUnnamed(term: string, { ndim }: NDArray): number {
  return term.includes("...") ? Math.max(0, ndim - (term.length - 3)) : 0;
}

function unnamed(count: number): string {
  return Array.from({ length: count }, (_, i) => String.fromCharCode(firstUnnamed + count - 1 - i)).join("");
}

/** The letters that occur once, in alphabetical order: the axes of a result that is not written. */
function once(letters: string): string {
  const isOnce = (letter: string): boolean => letters.split(letter).length === 2 && !isUnnamed(letter);
  return [...letters].filter(isOnce).sort().join("");
}

/** A letter that occurs twice in one operand walks its diagonal: the strides add up. An axis of length 1 is repeated. */
function strideOf({ shape, strides }: NDArray, subscripts: string, letter: string): number {
  return strides.reduce((sum, stride, d) => (subscripts[d] === letter && shape[d] !== 1 ? sum + stride : sum), 0);
}

/** Iterates over all letters, the summed ones fastest. */
function accumulate(arrays: NDArray[], strides: number[][], shape: number[], out: Float64Array, inner: number): void {
  const index = new Array<number>(shape.length).fill(0);
  const at = arrays.map((array) => array.offset);
  const total = sizeOf(shape);
  for (let step = 0; step < total; step++) {
    let product = 1;
    for (let i = 0; i < arrays.length; i++) product *= arrays[i].data[at[i]];
    out[Math.floor(step / inner)] += product;
    for (let d = shape.length - 1; d >= 0; d--) {
      index[d] += 1;
      const back = index[d] === shape[d] ? shape[d] - 1 : -1;
      for (let i = 0; i < at.length; i++) at[i] -= back * strides[i][d];
      if (back < 0) break;
      index[d] = 0;
    }
  }
}
