import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { type BuildOptions, buildSync } from "esbuild";
import { MissingRequirement } from "../../graders/cli/lab/findPython";
import { wholeNumber } from "../../graders/cli/options";
import { devDependencies, version } from "../../package.json";
import { pythonWithNumpy } from "../core/pythonWithNumpy";
import { inChromium } from "./inChromium";
import { loadBefore, loadText, tooBusy } from "./load";
import { median } from "./median";
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
  .option("--busy", "print ratios even if other programs keep the machine busy", false)
  .option("--json <file>", "write the figures into a file as well")
  .parse()
  .opts<{ runs: number; only: string; busy: boolean; json?: string }>();

/** Null if there is no Python with NumPy, after printing why. */
function findNumpy(): string | null {
  try {
    return pythonWithNumpy();
  } catch (error) {
    const reason = error instanceof MissingRequirement ? error.message : "pip could not install NumPy (see above)";
    console.error(`Measuring without NumPy: ${reason}. NABLAB_PYTHON may name a Python that has it.`);
    return null;
  }
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: "utf8" }).trim();
}

/** Runs alternate, so that other load on the machine affects both sides alike. */
function measure(workload: string, bundle: string, python: string | null): Result {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < values.runs; i++) {
    ours.push(Number(run(process.execPath, bundle, workload)));
    if (python) theirs.push(Number(run(python, path.join(__dirname, "workloads.py"), workload)));
  }
  const nablabMs = median(ours);
  const numpyMs = python ? median(theirs) : null;
  return { workload, nablabMs, numpyMs, ratio: numpyMs === null ? null : nablabMs / numpyMs };
}

function tableRow({ workload, nablabMs, numpyMs, ratio }: Result): string {
  const cell = (value: number | null): string => (value === null ? "–" : value.toPrecision(3));
  return `| ${workload} | ${cell(nablabMs)} | ${cell(numpyMs)} | ${cell(ratio)} |`;
}

function bundle(name: string, folder: string, options: BuildOptions = { platform: "node" }): string {
  const outfile = path.join(folder, `${name}.js`);
  const entryPoints = [path.join(__dirname, `${name}.ts`)];
  buildSync({ entryPoints, bundle: true, outfile, logLevel: "error", ...options });
  return outfile;
}

/** The small network with tfjs: the median of the runs. */
function compareWithTfjs({ nablabMs }: Result, folder: string): string {
  const tfjs = bundle("cnnTfjs", folder);
  const binaries = `${path.dirname(require.resolve("@tensorflow/tfjs-backend-wasm"))}${path.sep}`;
  const tfjsMs = median(Array.from({ length: values.runs }, () => Number(run(process.execPath, tfjs, binaries))));
  const ratio = (nablabMs / tfjsMs).toPrecision(3);
  return `The small CNN with tfjs-wasm: ${tfjsMs.toPrecision(3)} ms; nablab takes ${ratio} of its time`;
}

async function compareWithChromium({ workload, nablabMs }: Result, folder: string): Promise<string> {
  const page = bundle("workloads", folder, { platform: "browser", format: "iife", globalName: "bench" });
  const ms = await inChromium(page, workload, values.runs);
  if (ms === null) return "The flower net in Chromium: not measured, there is no Chromium (NABLAB_CHROMIUM names one)";
  return `The flower net in Chromium: ${ms.toPrecision(3)} ms, ${(ms / nablabMs).toPrecision(3)} times Node's`;
}

/** How close products of 512 x 512 matrices come to what the processor could do. */
function compareWithPeak(results: readonly Result[]): string[] {
  const products = results.filter(({ workload }) => workload.startsWith("np.dot of 512 x 512"));
  if (products.length === 0) return [];
  const peak = JSON.parse(run(process.execPath, path.join(__dirname, "peak.mjs")));
  return products.map(({ workload, nablabMs }) => {
    const grading = workload.endsWith("grading");
    const most: number = grading ? peak.plain : peak.bothRelaxed;
    const rate = (2 * 512 ** 3) / nablabMs / 1e6;
    const kind = grading ? "multiplying and adding in one thread" : "of fused multiply-add in two threads";
    const share = `${Math.round((100 * rate) / most)} % of the peak ${kind}, ${most.toFixed(1)} with 128 bits`;
    return `${workload}: ${rate.toFixed(1)} GFLOP/s, ${share}`;
  });
}

async function main(): Promise<void> {
  const load = loadBefore();
  const busy = tooBusy(load);
  if (busy !== null && !values.busy) {
    console.error(`bench: ${busy}`);
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), "nablab-bench-"));
  const workloads = bundle("runWorkload", folder);
  const python = findNumpy();
  const names = JSON.parse(run(process.execPath, workloads)) as string[];
  const chosen = names.filter((name) => name.includes(values.only));
  const numpy = python ? run(python, path.join(__dirname, "versions.py")) : "no NumPy";
  console.log(`nablab ${version} on Node ${process.version}; ${numpy}; tfjs ${devDependencies["@tensorflow/tfjs-core"]}
${cpus()[0].model} x ${cpus().length}, load before the start ${loadText(load)}; medians of ${values.runs} alternating runs

| workload | nablab, ms | NumPy, ms | ratio |\n|---|---|---|---|`);
  const results = chosen.map((name) => {
    const result = measure(name, workloads, python);
    console.log(tableRow(result));
    return result;
  });
  console.log("");
  for (const line of compareWithPeak(results)) console.log(line);
  const cnn = results.find(({ workload }) => workload.startsWith("small CNN"));
  if (cnn) console.log(compareWithTfjs(cnn, folder));
  const flower = results.find(({ workload }) => workload.startsWith("flower net"));
  if (flower) console.log(await compareWithChromium(flower, folder));
  const memory = run(process.execPath, bundle("memory", folder));
  console.log(`Resident memory over a synchronous loop of 100,000 iterations, MB: ${memory}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  rmSync(folder, { recursive: true });
}

main();
