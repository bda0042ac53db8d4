import { describe, expect, it } from "vitest";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";

const random = new RandomState(11);
const shapes = [
  [1, 1],
  [3, 3],
  [5, 2],
  [2, 5],
  [4, 1],
  [1, 4],
  [12, 9],
];

function isIdentity(matrix: Parameters<typeof np.dot>[0]): boolean {
  const product = np.asarray(matrix);
  return np.allclose(product, np.eye(product.shape[0]), 0, 1e-12);
}

describe("np.linalg.svd", () => {
  it.each(shapes)("takes a (%i, %i) matrix apart into orthogonal factors", (m, n) => {
    const a = random.randn(m, n);
    const [u, s, vh] = np.linalg.svd(a);
    const [thinU, , thinVh] = np.linalg.svd(a, false);
    expect([u.shape, s.shape, vh.shape]).toEqual([[m, m], [Math.min(m, n)], [n, n]]);
    expect([isIdentity(np.dot(u.T, u)), isIdentity(np.dot(vh, vh.T))]).toEqual([true, true]);
    expect(np.allclose(np.dot(np.multiply(thinU, s), thinVh), a, 0, 1e-12)).toBe(true);
    expect(np.all(np.lessEqual(np.diff(s), 0))).toBe(true);
  });

  it("gives NumPy's singular values, and those of a matrix without full rank", () => {
    // NumPy 2.4.6: np.linalg.svd(np.arange(12.0).reshape(4, 3))[1]
    const [u, s] = np.linalg.svd(np.arange(12).reshape(4, 3));
    expect(np.allclose(s, [22.4467488, 1.4640585, 0], 0, 1e-6)).toBe(true);
    expect(isIdentity(np.dot(u.T, u))).toBe(true);
    expect(isIdentity(np.linalg.svd(np.zeros([3, 2]))[0])).toBe(true);
  });

  it("refuses what is not a finite matrix", () => {
    expect(() => np.linalg.svd([1, 2])).toThrow("np.linalg.svd: expected a matrix, got shape (2,)");
    expect(() => np.linalg.svd([[np.nan]])).toThrow("expected finite numbers");
  });
});

describe("np.linalg.eigh", () => {
  it.each([1, 2, 5, 12])("finds the eigenvectors of a symmetric matrix with %i rows", (n) => {
    const a = random.randn(n, n);
    const symmetric = np.add(a, a.T);
    const [w, v] = np.linalg.eigh(symmetric);
    expect(isIdentity(np.dot(v.T, v))).toBe(true);
    expect(np.allclose(np.dot(symmetric, v), np.multiply(v, w), 0, 1e-12)).toBe(true);
    expect(np.all(np.greaterEqual(np.diff(w), 0))).toBe(true);
  });

  it("reads the lower triangle only, as NumPy does", () => {
    expect(
      np.allclose(
        np.linalg.eigh([
          [2, 99],
          [1, 2],
        ])[0],
        [1, 3],
        0,
        1e-14,
      ),
    ).toBe(true);
    expect(() => np.linalg.eigh(np.zeros([2, 3]))).toThrow("expected a square matrix, got shape (2, 3)");
  });
});

describe("np.linalg.lstsq", () => {
  it("gives NumPy's solution, residuals and rank", () => {
    // NumPy 2.4.6: np.linalg.lstsq([[0, 1], [1, 1], [2, 1], [3, 1]], [-1, 0.2, 0.9, 2.1])
    const [x, residuals, rank, s] = np.linalg.lstsq(np.c_([0, 1, 2, 3], np.ones(4)), [-1, 0.2, 0.9, 2.1]);
    expect(np.allclose(x, [1, -0.95], 0, 1e-14)).toBe(true);
    expect(np.allclose(residuals, [0.05], 0, 1e-14)).toBe(true);
    expect(rank).toBe(2);
    expect(np.allclose(s, [4.10003045, 1.09075677], 0, 1e-8)).toBe(true);
  });

  it("gives the shortest of several solutions, without residuals", () => {
    // NumPy 2.4.6: np.linalg.lstsq([[1, 2], [2, 4], [3, 6]], [1, 2, 2])
    const [x, residuals, rank] = np.linalg.lstsq(np.outer([1, 2, 3], [1, 2]), [1, 2, 2]);
    expect(np.allclose(x, [0.15714286, 0.31428571], 0, 1e-8)).toBe(true);
    expect([residuals.shape, rank]).toEqual([[0], 1]);
    expect(() => np.linalg.lstsq(np.eye(2), [1, 2, 3])).toThrow("shapes (2, 2) and (3,) do not fit together");
  });
});

it("says that a matrix is singular", () => {
  expect(() => np.linalg.inv(np.zeros([2, 2]))).toThrow("np.linalg.inv: the matrix is singular");
  expect(() => np.linalg.solve(np.ones([2, 2]), [1, 2])).toThrow("np.linalg.solve: the matrix is singular");
});
