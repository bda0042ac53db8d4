import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { np } from "../../src/np";

const golden = join(__dirname, "../golden/npy");
const folder = mkdtempSync(join(tmpdir(), "nablab-npy-"));
afterAll(() => rmSync(folder, { recursive: true }));

const matrix = np.arange(6).reshape(2, 3).divide(4);

describe("np.load", () => {
  it.each(["float64", "fortran", "big-endian"])("reads NumPy's %s.npy", (name) => {
    const a = np.load(`${golden}/${name}.npy`);
    expect([a.shape, a.tolist()]).toEqual([[2, 3], matrix.tolist()]);
  });

  it("reads a number, and several arrays of other kinds by name", () => {
    expect(np.load(`${golden}/number.npy`).item()).toBe(2.5);
    const { W1, y, mask, ...rest } = np.load(`${golden}/parameters.npz`);
    expect([W1.tolist(), y.tolist(), mask.tolist(), rest]).toEqual([matrix.tolist(), [3, -1], [1, 0], {}]);
    expect(np.load(`${golden}/compressed.npz`).X.shape).toEqual([40, 30]);
  });

  it("says what a file holds that is not numbers, or that it is cut off, or none of NumPy's", () => {
    expect(() => np.load(`${golden}/text.npy`)).toThrow(
      "np.load: the file holds '<U1', not numbers; save it in Python",
    );
    expect(() => np.load(__filename)).toThrow("is neither an .npy nor an .npz file; np.save writes one");
    expect(() => np.load(join(folder, "none.npy"))).toThrow("no such file");
    writeFileSync(join(folder, "cut.npy"), readFileSync(`${golden}/float64.npy`).subarray(0, 140));
    expect(() => np.load(join(folder, "cut.npy"))).toThrow("the file ends before the 6 elements of (2, 3)");
  });
});

describe("np.save", () => {
  it("writes what NumPy writes, byte for byte", () => {
    np.save(join(folder, "float64"), matrix.T.copy().T);
    expect(readFileSync(join(folder, "float64.npy"))).toEqual(readFileSync(`${golden}/float64.npy`));
    np.save(join(folder, "number.npy"), 2.5);
    expect(readFileSync(join(folder, "number.npy"))).toEqual(readFileSync(`${golden}/number.npy`));
  });
});

it("np.savez writes arrays by name, and np.load reads them", () => {
  np.savez(join(folder, "parameters"), { W1: matrix, b1: np.zeros([0, 1]) });
  const { W1, b1 } = np.load(`${folder}/parameters.npz`);
  expect([W1.tolist(), b1.shape]).toEqual([matrix.tolist(), [0, 1]]);
});
