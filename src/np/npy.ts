import { toTypedArray } from "../core/copy";
import { NDArray } from "../core/NDArray";
import { formatShape, sizeOf } from "../core/shape";

// The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html

const magic = "\x93NUMPY";
/** What precedes the header in version 1: the magic text, two bytes of version, two of the header's length. */
const prefix = 10;

/** Whether bytes are those of an `.npy` file. */
export function isNpy(bytes: Uint8Array): boolean {
  return [...magic].every((character, i) => bytes[i] === character.charCodeAt(0));
}

/** An `.npy` file of 64-bit floats, byte for byte as NumPy writes it. */
export function encodeNpy(a: NDArray): Uint8Array {
  const description = `{'descr': '<f8', 'fortran_order': False, 'shape': ${formatShape(a.shape)}, }`;
  const length = Math.ceil((prefix + description.length + 1) / 64) * 64;
  const header = `${description.padEnd(length - prefix - 1)}\n`;
  const bytes = new Uint8Array(length + 8 * a.size);
  const view = new DataView(bytes.buffer);
  [...`${magic}\x01\x00`].forEach((character, i) => {
    bytes[i] = character.charCodeAt(0);
  });
  view.setUint16(8, header.length, true);
  [...header].forEach((character, i) => {
    bytes[prefix + i] = character.charCodeAt(0);
  });
  toTypedArray(a).forEach((x, i) => {
    view.setFloat64(length + 8 * i, x, true);
  });
  return bytes;
}

/**
 * Reads an `.npy` file of numbers or truth values, whichever their size.
 *
 * @throws RangeError for anything else, naming what the file holds
 */
export function decodeNpy(operation: string, bytes: Uint8Array): NDArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = bytes[6] === 1 ? prefix : prefix + 2; // later versions have four bytes for the length
  const end = start + (bytes[6] === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  const header = String.fromCharCode(...bytes.subarray(start, end));
  const [, order, kind, size] = /'descr': '([<>|=])([fiub])(\d+)'/.exec(header) ?? [];
  const lengths = /'shape': \(([\d, ]*)\)/.exec(header)?.[1];
  if (kind === undefined || lengths === undefined) {
    const held = /'descr': ('[^']*'|\[.*?\])/.exec(header)?.[1] ?? "something unknown";
    throw new RangeError(`${operation}: the file holds ${held}, not numbers; save it in Python with .astype(float)`);
  }
  const shape = lengths
    .split(",")
    .filter((n) => n.trim() !== "")
    .map(Number);
  const read = readerFor(operation, view, `${kind}${size}`, order !== ">");
  if (bytes.length < end + sizeOf(shape) * Number(size)) {
    throw new RangeError(`${operation}: the file ends before the ${sizeOf(shape)} elements of ${formatShape(shape)}`);
  }
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, i) => read(end + i * Number(size)));
  if (!header.includes("'fortran_order': True")) return new NDArray(data, shape);
  return new NDArray(data, [...shape].reverse()).T.copy();
}

function readerFor(operation: string, view: DataView, type: string, little: boolean): (at: number) => number {
  const readers: Record<string, (at: number) => number> = {
    f8: (at) => view.getFloat64(at, little),
    f4: (at) => view.getFloat32(at, little),
    i8: (at) => Number(view.getBigInt64(at, little)),
    i4: (at) => view.getInt32(at, little),
    i2: (at) => view.getInt16(at, little),
    i1: (at) => view.getInt8(at),
    u8: (at) => Number(view.getBigUint64(at, little)),
    u4: (at) => view.getUint32(at, little),
    u2: (at) => view.getUint16(at, little),
    u1: (at) => view.getUint8(at),
    b1: (at) => view.getUint8(at),
  };
  const read = readers[type];
  if (!read) throw new RangeError(`${operation}: numbers of the kind ${type} cannot be read; save them as float64`);
  return read;
}
