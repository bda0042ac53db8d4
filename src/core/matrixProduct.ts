import { allocate } from "./allocate";
import { NDArray } from "./array";
import { dotVectors } from "./dotVectors";
import { plainProduct } from "./plainProduct";
import { gemm, gemmAvailable } from "./wasm/gemm";

/** Below this many multiplications, copying to the engine's memory costs more than it saves. */
const worthStaging = 512;

/** A product with this few rows to sum, or this few inner products, is faster without copying its operands. */
const fewRows = 8;

/** The product of an (m, k) and a (k, n) matrix; the inner lengths have been checked. */
export function matrixProduct(a: NDArray, b: NDArray): NDArray {
  const [m, k] = a.shape;
  const n = b.shape[1];
  if (m === 1 && n === 1 && a.contiguous && b.contiguous) {
    return new NDArray(Float64Array.of(dotVectors(elements(a), elements(b), k)), [m, n]);
  }
  const out = allocate(m * n);
  if (m * n * k < worthStaging || isThin(a, b) || !gemmAvailable()) plainProduct(a, b, out);
  else gemm(a, b, out);
  return new NDArray(out, [m, n]);
}

/** A few rows times long ones that lie in memory in the order in which the plain loops read them. */
function isThin(a: NDArray, b: NDArray): boolean {
  const [m, k] = a.shape;
  const n = b.shape[1];
  return (b.strides[1] === 1 && m * k <= fewRows) || (a.strides[1] === 1 && b.strides[0] === 1 && m * n <= fewRows);
}

function elements(a: NDArray): Float64Array {
  return a.offset === 0 ? a.data : a.data.subarray(a.offset);
}
