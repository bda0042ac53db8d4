// Not a test: compares the kernel with stock tslab, alternating runs, and prints a table.
import path from "node:path";
import { JupyterClient } from "../../graders/authoring/execution/JupyterClient";
import { wholeNumber } from "../../graders/cli/options";
import { script } from "../bench/script";

const tslab = path.resolve(__dirname, "../../node_modules/tslab/bin/tslab");
const kernels = {
  nablab: () => JupyterClient.start(),
  tslab: () => JupyterClient.start(undefined, (file) => [tslab, "kernel", `--config-path=${file}`]),
};

interface Run {
  ready: number;
  cells: number[];
}

/** Sixty cells as a course has them: functions, interfaces, loops, arrays, classes, top-level await. */
function createNotebook(): string[] {
  const cells = ['import { np } from "nablab";\nlet total = 0;\nconst sizes: number[] = [1, 2, 3];'];
  for (let i = 1; cells.length < 58; i++) {
    cells.push(
      `const v${i} = ${i} + total;\nfunction f${i}(x: number): number { return x * v${i} + ${i}; }\nf${i}(2)`,
      `interface P${i} { a: number; b: string }\nconst p${i}: P${i} = { a: f${i}(${i}), b: "s" };\ntotal += p${i}.a;\np${i}`,
      `const xs${i} = [1, 2, ${i}].map((x) => f${i}(x));\nconsole.log(xs${i}.reduce((a, b) => a + b, 0));`,
    );
  }
  cells.push("class Net { constructor(public w: number[]) {} }\nnew Net([1, 2]).w");
  cells.push("await new Promise((resolve) => setTimeout(resolve, 1));\ntotal");
  return cells;
}

async function measure(start: () => Promise<JupyterClient>): Promise<Run> {
  const begin = performance.now();
  const client = await start();
  await client.request("kernel_info_request", {});
  const run: Run = { ready: performance.now() - begin, cells: [] };
  for (const code of createNotebook()) {
    const sent = performance.now();
    const { reply } = await client.execute(code);
    if (reply.content.status !== "ok") throw new Error(`${code}: ${JSON.stringify(reply.content)}`);
    run.cells.push(performance.now() - sent);
  }
  client.stop();
  return run;
}

function quantile(values: number[], q: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))];
}

async function main(): Promise<void> {
  const { runs } = script("bench:kernel", "the kernel against tslab's: start, first cell, later cells")
    .option("--runs <n>", "alternating runs, of which the median counts", wholeNumber(1), 5)
    .parse()
    .opts<{ runs: number }>();
  const results: Record<string, Run[]> = { nablab: [], tslab: [] };
  for (let i = 0; i < runs; i++)
    for (const [name, start] of Object.entries(kernels)) results[name].push(await measure(start));
  for (const [name, measured] of Object.entries(results)) {
    const later = measured.flatMap(({ cells }) => cells.slice(1));
    const round = (ms: number) => `${Math.round(ms)} ms`;
    console.log(
      `${name.padEnd(7)} ready ${round(
        quantile(
          measured.map(({ ready }) => ready),
          0.5,
        ),
      )}`,
      `| first cell ${round(
        quantile(
          measured.map(({ cells }) => cells[0]),
          0.5,
        ),
      )}`,
      `| cells 2 to 60: median ${round(quantile(later, 0.5))}, 95 % ${round(quantile(later, 0.95))}`,
      `| all 60 ${round(
        quantile(
          measured.map(({ cells }) => cells.reduce((a, b) => a + b)),
          0.5,
        ),
      )}`,
    );
  }
  process.exit(0);
}

void main();
