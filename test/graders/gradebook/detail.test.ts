import { expect, test } from "vitest";
import { packDetail, unpackDetail } from "../../../graders/gradebook/detail";
import { verdict } from "./aClass";

test("A verdict comes back as it was packed, however large, one after the other", () => {
  const codes = ["const x = 1;", "// Größe, 尺寸\n".repeat(40_000), "", "π".repeat(131_072)];
  const packed = codes.map((code) => packDetail(verdict({ f: 3 }, code), "id", "ada.ipynb"));
  expect(packed.map((bytes) => unpackDetail(bytes).code[0]?.source)).toEqual(codes);
});

test("A verdict that is damaged is never taken for another one", () => {
  const packed = packDetail(verdict({ f: 3, g: 10 }), "id", "ada.ipynb");
  const whole = unpackDetail(packed);
  let refused = 0;
  for (let i = 0; i < packed.length; i++) {
    const damaged = Uint8Array.from(packed);
    damaged[i] ^= 0x10;
    try {
      // Some bits say nothing about what is packed: its time, those that fill the last byte.
      expect(unpackDetail(damaged)).toEqual(whole);
    } catch (error) {
      expect((error as Error).message).toContain("a verdict in the gradebook is damaged");
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(packed.length - 12);
  for (const end of [0, 5, 12, packed.length - 1])
    expect(() => unpackDetail(packed.slice(0, end))).toThrow("a verdict in the gradebook is damaged");
});
