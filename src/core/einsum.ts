import { missing } from "./argument";
import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { formatShape, sizeOf } from "./shape";
import type { Operand } from "./types";

/**
 * Einstein summation. Each letter names an axis; letters that are missing from the result are
 * summed over, so `"ij,jk->ik"` is the matrix product of shapes (i, j) and (j, k). Without `->`,
 * the result has the letters that occur once, in alphabetical order. Meant for clarity: `np.dot` is much
 * faster where it applies.
 *
 * @throws SyntaxError if the subscripts do not fit the number of operands
 * @throws RangeError if they do not fit an operand's axes, or a letter stands for different lengths
 * @example
 * np.einsum("ij->j", [[1, 2], [3, 4]]); // [4. 6.]
 * np.einsum("ij,jk->ik", [[1, 2], [3, 4]], np.eye(2)); // [[1. 2.] [3. 4.]]
 * np.einsum("ba", [[1, 2], [3, 4]]); // [[1. 3.] [2. 4.]]
 */
export function einsum(subscripts: string, ...operands: Operand[]): NDArray {
  if (subscripts === undefined) throw missing("np.einsum", "subscripts");
  const [inputs, output] = parse(subscripts, operands.length);
  const arrays = operands.map((operand) => toNDArray("np.einsum", operand));
  const lengths = new Map<string, number>();
  arrays.forEach((array, i) => {
    if (inputs[i].length !== array.ndim) {
      throw new RangeError(`np.einsum: "${inputs[i]}" does not fit an array of shape ${formatShape(array.shape)}`);
    }
    [...inputs[i]].forEach((letter, d) => {
      const known = lengths.get(letter) ?? array.shape[d];
      if (known !== array.shape[d]) {
        throw new RangeError(`np.einsum: "${letter}" stands for the lengths ${known} and ${array.shape[d]}`);
      }
      lengths.set(letter, known);
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

function parse(subscripts: string, count: number): [inputs: string[], output: string] {
  const match = /^([a-zA-Z,]*)(?:->([a-zA-Z]*))?$/.exec(subscripts.replaceAll(" ", ""));
  const letters = match?.[1] ?? "";
  const inputs = letters.split(",");
  const output = match?.[2] ?? once(letters);
  const known = [...output].every((letter) => letters.includes(letter));
  if (!match || inputs.length !== count || !known || new Set(output).size < output.length) {
    throw new SyntaxError(
      `np.einsum: expected subscripts such as "ij,jk->ik" for ${count} arrays, got "${subscripts}"`,
    );
  }
  return [inputs, output];
}

/** The letters that occur once, in alphabetical order: the axes of a result that is not written. */
function once(letters: string): string {
  const isOnce = (letter: string): boolean => letters.split(letter).length === 2;
  return [...letters.replaceAll(",", "")].filter(isOnce).sort().join("");
}

/** A letter that occurs twice in one operand walks its diagonal: the strides add up. */
function strideOf(array: NDArray, subscripts: string, letter: string): number {
  return array.strides.reduce((sum, stride, d) => (subscripts[d] === letter ? sum + stride : sum), 0);
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
