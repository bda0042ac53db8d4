import { allocate } from "./allocate";
import { dotVectors } from "./dotVectors";
import { NDArray } from "./NDArray";
import { gemm, gemmAvailable } from "./wasm/gemm";

/** Below this many multiplications, copying to the engine's memory costs more than it saves. */
const worthStaging = 512;

/** The product of an (m, k) and a (k, n) matrix; the inner lengths have been checked. */
export function matrixProduct(a: NDArray, b: NDArray): NDArray {
  const [m, k] = a.shape;
  const n = b.shape[1];
  if (m === 1 && n === 1 && a.contiguous && b.contiguous) {
    return new NDArray(Float64Array.of(dotVectors(elements(a), elements(b), k)), [m, n]);
  }
  if (m * n * k >= worthStaging && gemmAvailable()) {
    const out = allocate(m * n);
    gemm(a, b, out);
    return new NDArray(out, [m, n]);
  }
  const out = new Float64Array(m * n);
  multiplyInto(out, m, n, k, a, b);
  return new NDArray(out, [m, n]);
}

function elements(a: NDArray): Float64Array {
  return a.offset === 0 ? a.data : a.data.subarray(a.offset);
}

/** Adds the product to `out`: for small matrices, and for runtimes without WebAssembly SIMD. */
function multiplyInto(out: Float64Array, m: number, n: number, k: number, a: NDArray, b: NDArray): void {
  const [aRow, aColumn] = a.strides;
  const [bRow, bColumn] = b.strides;
  const x = a.data;
  const y = b.data;
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const factor = x[a.offset + i * aRow + p * aColumn];
      let q = b.offset + p * bRow;
      for (let j = i * n; j < (i + 1) * n; j++) {
        out[j] += factor * y[q];
        q += bColumn;
      }
    }
  }
}
