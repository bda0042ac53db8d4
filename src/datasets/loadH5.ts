import { inNode } from "../core/inNode";
import { NDArray } from "../core/NDArray";

/** The parts of h5wasm that are used. */
interface Hdf5 {
  ready: Promise<unknown>;
  File: new (name: string, mode: "r") => { keys(): string[]; get(name: string): unknown; close(): void };
}

interface Dataset {
  shape: number[] | null;
  value: ArrayLike<number | bigint> | number | bigint | string[];
}

/**
 * Reads the numeric data sets at the top level of an HDF5 file, such as a course's own images: `train_set_x` of shape
 * (m, 64, 64, 3), `train_set_y` of shape (m,). Text, such as a list of class names, is left out. Needs Node.
 *
 *     const { train_set_x: images, train_set_y: labels } = await loadH5("cats.h5");
 *     const XTrain = images.reshape(images.shape[0], -1).T.divide(255);
 *
 * @throws Error if the file does not exist or is not an HDF5 file
 */
export async function loadH5(file: string): Promise<Record<string, NDArray>> {
  if (!inNode()) throw new Error("loadH5: reading files needs Node");
  const bytes = await process.getBuiltinModule("node:fs").promises.readFile(file);
  if (bytes.toString("latin1", 0, 8) !== "\x89HDF\r\n\x1a\n") throw new Error(`loadH5: ${file} is not an HDF5 file`);
  const hdf5 = requireHdf5();
  await hdf5.ready;
  // In Node, h5wasm's file system is the real one: a copy of the file would be written to the current folder.
  const opened = new hdf5.File(file, "r");
  try {
    const read = opened.keys().map((key) => [key, toArray(opened.get(key))] as const);
    return Object.fromEntries(read.filter((entry): entry is [string, NDArray] => entry[1] !== null));
  } finally {
    opened.close();
  }
}

/** h5wasm exports its files for `import` only, which compiled CommonJS cannot use; `require` by path works. */
function requireHdf5(): Hdf5 {
  const { createRequire, findPackageJSON } = process.getBuiltinModule("node:module");
  const description = findPackageJSON("h5wasm", __filename);
  if (description === undefined) throw new Error("loadH5: the package h5wasm is missing, run `npm install`");
  const { join, dirname } = process.getBuiltinModule("node:path");
  return createRequire(__filename)(join(dirname(description), "dist", "node", "hdf5_hl.js")) as Hdf5;
}

/** Null for text and for groups. */
function toArray(entry: unknown): NDArray | null {
  const { shape, value } = entry as Partial<Dataset>;
  if (!shape || value === undefined || value === null) return null;
  if (typeof value === "number" || typeof value === "bigint") return NDArray.fromData([Number(value)], []);
  if (!ArrayBuffer.isView(value)) return null;
  return NDArray.fromData(Array.from(value as ArrayLike<number | bigint>, Number), shape);
}
