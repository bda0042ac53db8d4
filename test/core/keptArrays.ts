import { NDArray } from "../../src/core/NDArray";
import { np } from "../../src/np";

// The resident memory, in MB, after a loop that keeps one small array in each of 100,000 iterations, and drops others of
// about its size: with np, or with arrays that share no memory.

const [, , length, memory] = process.argv;
const n = Number(length);
const one = np.ones(n);
const others = 8;

const make =
  memory === "own" ? () => new NDArray(new Float64Array(n).fill(2), [n]) : (i: number): NDArray => np.add(one, i);
const kept: NDArray[] = [];
for (let i = 0; i < 100_000; i++) {
  kept.push(make(i));
  for (let k = 0; k < others; k++) make(i);
}
if (kept.length !== 100_000) throw new Error("the arrays have not been kept");
console.log(process.memoryUsage.rss() / 1e6);
