import { inNode } from "../core/inNode";
import { NDArray } from "../core/NDArray";
import { compressedType, type MatElement, matElements, matrixType, numbersIn } from "./matElements";

/** Full numeric arrays: double, single, and whole numbers of 8 to 64 bits. Not cells, structures, text or sparse ones. */
const numericClasses = { from: 6, to: 15 };
const complexFlag = 0x0800;

/**
 * Reads the numeric arrays of a MATLAB file, version 5 to 7, compressed or not, such as the course's football pitch: `X`
 * of shape (211, 2), `y` of shape (211, 1), `Xval`, `yval`. Text, cells and structures are left out. Needs Node.
 *
 *     const { X, y } = await loadMat("data.mat");
 *     const points = { X: X.T, Y: y.T };
 *
 * The format is that of "MAT-File Format", The MathWorks: columns after columns, which become rows after rows here.
 *
 * @throws Error if the file does not exist, is not such a file, or an array in it is complex
 */
export async function loadMat(file: string): Promise<Record<string, NDArray>> {
  if (!inNode()) throw new Error("loadMat: reading files needs Node");
  const read = await process.getBuiltinModule("node:fs").promises.readFile(file);
  // In version 7.3, a MATLAB file is an HDF5 file behind its first 512 bytes.
  if (read.toString("latin1", 512, 520) === "\x89HDF\r\n\x1a\n") {
    throw new Error(`loadMat: ${file} is a MATLAB file of version 7.3; save it in MATLAB with the option -v7`);
  }
  const order = read.toString("latin1", 126, 128);
  if (read.length < 128 || (order !== "IM" && order !== "MI")) {
    throw new Error(`loadMat: ${file} is not a MATLAB file of version 5 to 7`);
  }
  const little = order === "IM";
  try {
    const arrays = [...matElements(viewOf(read.subarray(128)), little)].flatMap((element) => arraysIn(element, little));
    return Object.fromEntries(arrays);
  } catch (error) {
    if (!(error instanceof RangeError) && (error as { code?: string }).code === undefined) throw error;
    throw new Error(`loadMat: ${file} is damaged, or cut off; copy it again`);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The named array of an element, if it is a numeric one; a compressed element holds another. */
function arraysIn({ type, bytes }: MatElement, little: boolean): [string, NDArray][] {
  if (type === compressedType) {
    const { inflateSync } = process.getBuiltinModule("node:zlib");
    const whole = inflateSync(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return [...matElements(viewOf(whole), little)].flatMap((inner) => arraysIn(inner, little));
  }
  if (type !== matrixType) return [];
  const [flags, dimensions, name, values] = [...matElements(bytes, little)];
  const [kind] = (flags && numbersIn(flags, little)) ?? [0];
  const arrayClass = kind & 0xff;
  if (arrayClass < numericClasses.from || arrayClass > numericClasses.to) return [];
  const key = String.fromCharCode(...(numbersIn(name, little) ?? []));
  if ((kind & complexFlag) !== 0) throw new Error(`loadMat: ${key} is complex; save its real part by itself`);
  const shape = numbersIn(dimensions, little) ?? [];
  const data = numbersIn(values, little) ?? [];
  return [[key, NDArray.fromData(data, shape.toReversed()).T.copy()]];
}
