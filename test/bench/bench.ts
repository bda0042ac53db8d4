import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { wholeNumber } from "../../graders/cli/options";
import { script } from "./script";

interface Result {
  workload: string;
  nablabMs: number;
  numpyMs: number | null;
  /** Our time as a multiple of NumPy's. */
  ratio: number | null;
}

const values = script("bench", "np against NumPy, and the small convolutional network against tfjs as well")
  .option("--runs <n>", "alternating runs, of which the median counts", wholeNumber(1), 5)
  .option("--only <text>", "only the workloads whose name holds this", "")
  .option("--json <file>", "write the figures into a file as well")
  .parse()
  .opts<{ runs: number; only: string; json?: string }>();

const root = path.resolve(__dirname, "../..");

/** A Python with NumPy; null if there is none, after printing what to do. */
function findPython(): string | null {
  const candidate = process.env.NABLAB_PYTHON ?? path.join(root, ".venv", "bin", "python");
  const install = `${candidate} -m pip install numpy`;
  if (!existsSync(candidate) && process.env.NABLAB_PYTHON === undefined) {
    console.error(
      "There is no .venv: measuring without NumPy. Run `npm start` once, or set NABLAB_PYTHON to a Python with NumPy.",
    );
    return null;
  }
  try {
    execFileSync(candidate, ["-c", "import numpy"], { stdio: "ignore" });
    return candidate;
  } catch {
    console.error(`NumPy is missing: measuring without it. Install it with \`${install}\`, or set NABLAB_PYTHON.`);
    return null;
  }
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Runs alternate, so that other load on the machine affects both sides alike. */
function measure(workload: string, script: string, python: string | null, runs: number): Result {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < runs; i++) {
    ours.push(Number(execFileSync(process.execPath, [script, workload], { encoding: "utf8" })));
    if (!python) continue;
    const args = [path.join(__dirname, "workloads.py"), workload];
    theirs.push(Number(execFileSync(python, args, { encoding: "utf8" })));
  }
  const nablabMs = median(ours);
  const numpyMs = python ? median(theirs) : null;
  return { workload, nablabMs, numpyMs, ratio: numpyMs === null ? null : nablabMs / numpyMs };
}

function tableRow({ workload, nablabMs, numpyMs, ratio }: Result): string {
  const cell = (value: number | null): string => (value === null ? "–" : value.toPrecision(3));
  return `| ${workload} | ${cell(nablabMs)} | ${cell(numpyMs)} | ${cell(ratio)} |`;
}

function bundle(name: string, folder: string): string {
  const outfile = path.join(folder, `${name}.js`);
  const entryPoints = [path.join(__dirname, `${name}.ts`)];
  buildSync({ entryPoints, bundle: true, platform: "node", outfile, logLevel: "error" });
  return outfile;
}

/** Trains the network of cnn.ts with tfjs: milliseconds, the median of the runs. */
function measureTfjs(folder: string, runs: number): number {
  const script = bundle("cnnTfjs", folder);
  const binaries = `${path.dirname(require.resolve("@tensorflow/tfjs-backend-wasm"))}${path.sep}`;
  const run = (): number => Number(execFileSync(process.execPath, [script, binaries], { encoding: "utf8" }));
  return median(Array.from({ length: runs }, run));
}

function main(): void {
  const folder = mkdtempSync(path.join(tmpdir(), "nablab-bench-"));
  const script = bundle("workloads", folder);
  const python = findPython();
  const names = JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8" })) as string[];
  const chosen = names.filter((name) => name.includes(values.only));
  console.log(
    `Node ${process.version}, ${cpus()[0].model} x ${cpus().length}, medians of ${values.runs} alternating runs\n`,
  );
  console.log("| workload | nablab, ms | NumPy, ms | ratio |\n|---|---|---|---|");
  const results = chosen.map((name) => {
    const result = measure(name, script, python, values.runs);
    console.log(tableRow(result));
    return result;
  });
  const cnn = results.find(({ workload }) => workload.startsWith("small CNN"));
  if (cnn) {
    const tfjsMs = measureTfjs(folder, values.runs);
    const ratio = (cnn.nablabMs / tfjsMs).toPrecision(3);
    console.log(`\nThe small CNN with tfjs-wasm: ${tfjsMs.toPrecision(3)} ms; nablab takes ${ratio} of its time`);
  }
  const memory = execFileSync(process.execPath, [bundle("memory", folder)], { encoding: "utf8" });
  console.log(`\nResident memory over a synchronous loop of 100,000 iterations, MB: ${memory.trim()}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  rmSync(folder, { recursive: true });
}

main();
