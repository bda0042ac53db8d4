import { expect, it } from "vitest";
import { accurateLog } from "../../src/random/accurateLog";
import { RandomState } from "../../src/random/RandomState";

const bits = 160n;

/** 2 atanh(p / q) in units of 2^-160. */
function twiceAtanh(p: bigint, q: bigint): bigint {
  const s = (p << bits) / q;
  let sum = 0n;
  for (let [power, n] = [s, 1n]; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = (((power * s) >> bits) * s) >> bits;
  }
  return 2n * sum;
}

const ln2 = twiceAtanh(1n, 3n);

/** The logarithm computed with 160 bits, then rounded once. */
function roundedLog(x: number): number {
  const k = Math.floor(Math.log2(x));
  const m = BigInt(x * 2 ** (52 - k));
  const one = 2n ** 52n;
  return Number(twiceAtanh(m - one, m + one) + BigInt(k) * ln2) * 2 ** -Number(bits);
}

it.each([
  ["from 0 to 1, as randn draws them", (random: RandomState) => random.rand()],
  ["close to 1", (random: RandomState) => 1 + random.uniform(-0.03, 0.03)],
  ["from 1e-20 to 1e20", (random: RandomState) => 10 ** random.uniform(-20, 20)],
])("accurateLog rounds correctly in all but about one case in a thousand: numbers %s", (_, draw) => {
  const random = new RandomState(1);
  const numbers = Array.from({ length: 3000 }, () => draw(random));
  expect(numbers.filter((x) => accurateLog(x) !== roundedLog(x)).length).toBeLessThanOrEqual(3);
  // Math.log does not: the test would notice.
  expect(numbers.filter((x) => Math.log(x) !== roundedLog(x)).length).toBeGreaterThan(3);
});

it("accurateLog is exact where the logarithm is", () => {
  expect(accurateLog(1)).toBe(0);
  expect(accurateLog(2)).toBe(Math.LN2);
  expect(accurateLog(2 ** -1022)).toBe(-1022 * Math.LN2);
});
