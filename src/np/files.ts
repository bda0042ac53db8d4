import { toNDArray } from "../core/convert";
import { inNode } from "../core/inNode";
import type { NDArray } from "../core/NDArray";
import type { Operand } from "../core/types";
import { decodeNpy, encodeNpy, isNpy } from "./npy";

/** The parts of fflate that are used. */
interface Zip {
  unzipSync(bytes: Uint8Array): Record<string, Uint8Array>;
  zipSync(files: Record<string, Uint8Array>, options: { level: 0 }): Uint8Array;
}

/**
 * Reads what `np.save` wrote, here or in Python: an array from an `.npy` file, an object of arrays by name from an
 * `.npz` file. Numbers of other kinds become 64-bit floats. Needs Node.
 *
 * @throws Error if there is no such file
 * @throws RangeError if it does not hold numbers
 * @example
 * np.save("/tmp/nablab-load.npy", [[1, 2], [3, 4]]);
 * np.load("/tmp/nablab-load.npy"); // [[1. 2.] [3. 4.]]
 */
export function load(file: `${string}.npy`): NDArray;
export function load(file: `${string}.npz`): Record<string, NDArray>;
export function load(file: string): NDArray | Record<string, NDArray>;
export function load(file: string): NDArray | Record<string, NDArray> {
  const bytes = fileSystem("np.load").readFileSync(file);
  if (isNpy(bytes)) return decodeNpy("np.load", bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new RangeError(`np.load: ${file} is neither an .npy nor an .npz file; np.save writes one`);
  }
  const parts = Object.entries(zip().unzipSync(bytes));
  return Object.fromEntries(parts.map(([name, part]) => [name.replace(/\.npy$/, ""), decodeNpy("np.load", part)]));
}

/**
 * Writes an array into an `.npy` file, which `np.load` reads, here and in Python. `.npy` is added to a name without it.
 * Needs Node.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @throws Error if the file cannot be written
 * @example
 * np.save("/tmp/nablab-save.npy", [1, 2]);
 * np.load("/tmp/nablab-save.npy"); // [1. 2.]
 */
export function save(file: string, a: Operand): void {
  const bytes = encodeNpy(toNDArray("np.save", a));
  fileSystem("np.save").writeFileSync(withEnding(file, ".npy"), bytes);
}

/**
 * Writes arrays by name into an `.npz` file, which `np.load` reads, here and in Python: the parameters of a network, say.
 * `.npz` is added to a name without it. Needs Node.
 *
 * @throws RangeError if one is a list that is not rectangular
 * @throws Error if the file cannot be written
 * @example
 * np.savez("/tmp/nablab-savez.npz", { W1: [[1, 2]], b1: [0] });
 * np.load("/tmp/nablab-savez.npz").W1; // [[1. 2.]]
 */
export function savez(file: string, arrays: Readonly<Record<string, Operand>>): void {
  const files = fileSystem("np.savez");
  const parts = Object.entries(arrays).map(([name, a]) => [`${name}.npy`, encodeNpy(toNDArray("np.savez", a, name))]);
  files.writeFileSync(withEnding(file, ".npz"), zip().zipSync(Object.fromEntries(parts), { level: 0 }));
}

function withEnding(file: string, ending: string): string {
  return file.endsWith(ending) ? file : `${file}${ending}`;
}

function fileSystem(operation: string) {
  if (!inNode()) throw new Error(`${operation}: reading and writing files needs Node`);
  return process.getBuiltinModule("node:fs");
}

/** Loaded when it is needed: few notebooks do, and a kernel should start quickly. */
function zip(): Zip {
  return process.getBuiltinModule("node:module").createRequire(__filename)("fflate") as Zip;
}
