// Not a test: the memory that the kernels of a class take on one machine, as a JupyterHub's staff plan for it.
import { setTimeout as delay } from "node:timers/promises";
import { JupyterClient } from "../../graders/authoring/execution/JupyterClient";
import { buildNotebook } from "../../graders/authoring/notebook/buildNotebook";
import { wholeNumber } from "../../graders/cli/options";
import { root } from "../../graders/course/folderOf";
import { openCourse } from "../../graders/course/openCourse";
import { childOf, memoryOf, peakOf } from "./processMemory";
import { script } from "./script";

/** How long a learner then reads and thinks, in milliseconds. */
const pause = 20_000;

const firstCell = 'import { np } from "nablab";\nnp.zeros([2, 2])';

async function cellsOf(slug: string): Promise<string[]> {
  const course = await openCourse(root);
  const assignment = course.assignments.find((one) => one.slug === slug)!;
  const { cells } = JSON.parse(await buildNotebook(course, assignment, "solutions")) as {
    cells: { cell_type: string; source: string[] }[];
  };
  return cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source.join(""));
}

async function run(clients: JupyterClient[], cells: readonly string[]): Promise<void> {
  for (const client of clients) {
    for (const code of cells) {
      const { content } = (await client.execute(code)).reply;
      if (content.status !== "ok") throw new Error(`${code}: ${content.evalue}`);
    }
  }
}

const columns = ["kernel", "engine", "both", "engine at most"];

function row(title: string, cells: readonly (string | number)[]): string {
  return title.padEnd(34) + cells.map((cell, i) => String(cell).padStart(columns[i].length + 3)).join("");
}

function print(when: string, clients: JupyterClient[]): void {
  const engines = clients.map(({ process }) => childOf(process.pid!));
  const mean = (values: number[]) => Math.round(values.reduce((a, b) => a + b) / values.length);
  const [kernel, engine] = [mean(clients.map(({ process }) => memoryOf(process.pid!))), mean(engines.map(memoryOf))];
  console.log(row(when, [kernel, engine, kernel + engine, mean(engines.map(peakOf))]));
}

async function main(): Promise<void> {
  const { kernels } = script("bench:hub", "the memory of many kernels on one machine, in MB a learner (PSS)")
    .option("--kernels <n>", "kernels at the same time", wholeNumber(1), 10)
    .parse()
    .opts<{ kernels: number }>();
  if (process.platform !== "linux") throw new Error("the memory of processes is read from /proc, which only Linux has");
  const clients: JupyterClient[] = [];
  for (let i = 0; i < kernels; i++) clients.push(await JupyterClient.start());
  console.log(row(`${kernels} kernels, MB each`, columns));
  await run(clients, [firstCell]);
  print("after the first cell", clients);
  await delay(pause);
  print(`${pause / 1000} s later`, clients);
  for (const slug of ["logistic-regression", "convolutional-network"]) {
    await run(clients, await cellsOf(slug));
    print(`after ${slug}`, clients);
    await delay(pause);
    print(`${pause / 1000} s later`, clients);
  }
  for (const client of clients) client.stop();
  process.exit(0);
}

void main();
