import { expect, it } from "vitest";
import type { NDArray } from "../../src/core/NDArray";
import { plainProduct } from "../../src/core/plainProduct";
import { gemm } from "../../src/core/wasm/gemm";
import { np } from "../../src/np";

const layouts: Record<string, (a: NDArray) => NDArray> = {
  "row by row": (a) => a,
  "column by column": (a) => a.T.copy().T,
  "with gaps": (a) => np.repeat(a, 2, 1).slice(":", "::2"),
  backwards: (a) => np.flip(a).copy().slice("::-1", "::-1"),
};

it.each(Object.keys(layouts))("the plain and the SIMD product agree beyond rounding, left operand %s", (left) => {
  np.random.seed(1);
  for (const right of Object.keys(layouts)) {
    for (const [m, k, n] of [
      [1, 1, 1],
      [4, 2, 40],
      [1, 5, 7],
      [3, 40, 2],
      [17, 9, 23],
      [5, 64, 5],
    ]) {
      const a = layouts[left](np.random.randn(m, k));
      const b = layouts[right](np.random.randn(k, n));
      const plain = new Float64Array(m * n).fill(9);
      const simd = new Float64Array(m * n).fill(9);
      plainProduct(a, b, plain);
      gemm(a, b, simd);
      expect(np.allclose(plain, simd, 1e-12, 1e-13)).toBe(true);
      expect(np.allclose(np.dot(a, b).ravel(), plain, 1e-12, 1e-13)).toBe(true);
    }
  }
});
