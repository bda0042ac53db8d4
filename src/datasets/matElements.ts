/** A piece of a MATLAB file: its type, and where in the file its bytes are. */
export interface MatElement {
  type: number;
  bytes: DataView;
}

/** "MAT-File Format", The MathWorks, table 1-1: the number types, their size in bytes and how to read one. */
const numbers: Record<number, readonly [size: number, read: (view: DataView, at: number, little: boolean) => number]> =
  {
    1: [1, (view, at) => view.getInt8(at)],
    2: [1, (view, at) => view.getUint8(at)],
    3: [2, (view, at, little) => view.getInt16(at, little)],
    4: [2, (view, at, little) => view.getUint16(at, little)],
    5: [4, (view, at, little) => view.getInt32(at, little)],
    6: [4, (view, at, little) => view.getUint32(at, little)],
    7: [4, (view, at, little) => view.getFloat32(at, little)],
    9: [8, (view, at, little) => view.getFloat64(at, little)],
    12: [8, (view, at, little) => Number(view.getBigInt64(at, little))],
    13: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
  };

export const matrixType = 14;
export const compressedType = 15;

/**
 * The elements that follow each other in some bytes, one after the other. An element starts with its type and its length
 * in four bytes each, or, if it is short, in two bytes each; the next one begins at a multiple of eight, but after a
 * compressed one.
 *
 * @throws RangeError when an element reaches beyond the end
 */
export function* matElements(bytes: DataView, little: boolean): Generator<MatElement> {
  let at = 0;
  while (at + 8 <= bytes.byteLength) {
    const first = bytes.getUint32(at, little);
    const short = first >>> 16;
    const type = short > 0 ? first & 0xffff : first;
    const length = short > 0 ? short : bytes.getUint32(at + 4, little);
    const start = at + (short > 0 ? 4 : 8);
    yield { type, bytes: new DataView(bytes.buffer, bytes.byteOffset + start, length) };
    at = short > 0 ? at + 8 : start + (type === compressedType ? length : Math.ceil(length / 8) * 8);
  }
}

/** @returns the numbers of an element, or undefined where it holds none */
export function numbersIn({ type, bytes }: MatElement, little: boolean): number[] | undefined {
  const found = numbers[type];
  if (!found) return undefined;
  const [size, read] = found;
  return Array.from({ length: Math.floor(bytes.byteLength / size) }, (_, i) => read(bytes, i * size, little));
}
