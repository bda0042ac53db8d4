import { expect, test } from "vitest";
import { pack } from "../../src/notebook/pack";

interface Packed {
  dtype: string;
  bdata: string;
  shape?: string;
}

/** What plotly.js reads: the bytes of a typed array, in the machine's order. */
function unpack({ dtype, bdata }: Packed): number[] {
  const types = { u1: Uint8Array, i2: Int16Array, i4: Int32Array, f4: Float32Array, f8: Float64Array };
  const { buffer } = Uint8Array.from(Buffer.from(bdata, "base64"));
  return Array.from(new types[dtype as keyof typeof types](buffer));
}

const upTo = (count: number, of: (i: number) => number = (i) => i) => Array.from({ length: count }, (_, i) => of(i));

test.each([
  ["u1", upTo(20)],
  ["i2", upTo(20, (i) => i - 10)],
  ["i4", upTo(20, (i) => 10_000 * i)],
  ["f8", upTo(20, (i) => i / 3)],
  ["f8", upTo(20, (i) => 2 ** 31 + i)],
  ["f8", upTo(20, (i) => (i === 3 ? Number.NaN : i))],
])("a list becomes %s, the smallest type that has every value", (dtype, values) => {
  const packed = pack(values) as Packed;
  expect(packed.dtype).toBe(dtype);
  expect(unpack(packed)).toEqual(values);
});

test("rows become one array with its shape, in single precision", () => {
  const packed = pack([upTo(10, (i) => i / 4), upTo(10)]) as Packed;
  expect(packed).toMatchObject({ dtype: "f4", shape: "2, 10" });
  expect(unpack(packed).slice(0, 3)).toEqual([0, 0.25, 0.5]);
  expect(
    pack([
      [upTo(3), upTo(3)],
      [upTo(3), upTo(3)],
      [upTo(3), upTo(3)],
    ]),
  ).toMatchObject({ dtype: "u1", shape: "3, 2, 3" });
});

test.each([[[1, 2, 3]], [[upTo(20), upTo(19)]], [upTo(20).map(String)], [undefined]])("%j stays as it is", (values) => {
  expect(pack(values)).toBe(values);
});
