// The peak of the processor's 128-bit multiply-add, which no product of matrices can exceed: 12 chains in registers, each
// of which adds two products of 64-bit floats to its sums at every step. Prints GFLOP/s, each multiplication and each
// addition counted, as JSON: { plain, relaxed } for one thread, { bothRelaxed } for two at once. "relaxed" rounds once where
// the processor can, as np does in notebooks; "plain" multiplies, rounds and adds, as np does in grading.
import { isMainThread, Worker, workerData } from "node:worker_threads";
import asc from "assemblyscript/asc";

/** As many as hide the latency of an addition and a multiplication, and still fit in 16 registers with their factors. */
const chains = 12;
const steps = 1_000_000;
const rounds = 40;

function source(multiplyAdd) {
  const sums = Array.from({ length: chains }, (_, i) => `c${i}`);
  return `export function run(steps: i32, p: f64, q: f64): f64 {
    const x = f64x2.splat(p), y = f64x2.splat(q);
    ${sums.map((c, i) => `let ${c} = f64x2.splat(${i}.5);`).join("\n")}
    for (let i = 0; i < steps; i++) {
      ${sums.map((c) => `${c} = ${multiplyAdd(c)};`).join("\n")}
    }
    return f64x2.extract_lane(${sums.reduce((sum, c) => `f64x2.add(${sum}, ${c})`)}, 0);
  }`;
}

async function compile(multiplyAdd, features) {
  let binary;
  const options = ["-O3", "--runtime", "stub", "--noAssert", ...features.flatMap((name) => ["--enable", name])];
  const { error, stderr } = await asc.main(["peak.ts", ...options, "--outFile", "out.wasm"], {
    readFile: (name) => (name === "peak.ts" ? source(multiplyAdd) : null),
    writeFile: (_name, contents) => {
      binary = contents;
    },
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return binary;
}

/** GFLOP/s of the fastest round. The factors are arguments, so that the compiler cannot compute with them. */
function measure(binary) {
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(binary)).exports;
  let best = Infinity;
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    run(steps, 0.999999, 0.5);
    best = Math.min(best, performance.now() - start);
  }
  return (chains * 4 * steps) / best / 1e6;
}

/** What two threads reach together: they begin at the same time, and both work until both are done. */
async function measureTwo(binary) {
  const waiting = new Int32Array(new SharedArrayBuffer(4));
  const workers = [0, 1].map(() => new Worker(new URL(import.meta.url), { workerData: { binary, waiting } }));
  const rates = await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once("message", resolve))));
  return rates[0] + rates[1];
}

if (isMainThread) {
  const plain = await compile((c) => `f64x2.add(f64x2.mul(${c}, x), y)`, ["simd"]);
  const relaxed = await compile((c) => `f64x2.relaxed_madd(x, y, ${c})`, ["simd", "relaxed-simd"]);
  const figures = { plain: measure(plain), relaxed: measure(relaxed), bothRelaxed: await measureTwo(relaxed) };
  console.log(JSON.stringify(figures));
} else {
  const { binary, waiting } = workerData;
  const { parentPort } = await import("node:worker_threads");
  Atomics.add(waiting, 0, 1);
  while (Atomics.load(waiting, 0) < 2);
  parentPort.postMessage(measure(binary));
}
