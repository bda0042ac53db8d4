// Not a test: how fast the course is in a browser, beside Node, and how much it loads and keeps in memory.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Option } from "commander";
import { wholeNumber } from "../../../graders/cli/options";
import { root } from "../../../graders/course/folderOf";
import { type SiteServer, serveSite } from "../../graders/release/site/serveSite";
import { loadBefore, loadText } from "../load";
import { script } from "../script";
import { answerInFlood } from "./flood";
import { flowerNet } from "./flowerNet";
import { loopTimes } from "./loops";
import { twoNotebooks } from "./twoNotebooks";
import { sentAtFirst, type Visit, visits } from "./visits";

const parts = ["net", "loops", "flood", "visits", "two"] as const;

function row(title: string, ...cells: string[]): void {
  console.log(title.padEnd(38) + cells.map((cell) => cell.padStart(18)).join(""));
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const megabytes = (size: number): string => `${Math.round(size)} MB`;

function printLoad(): void {
  console.log(`\nload of the machine: ${loadText(loadBefore())}`);
}

async function printNet(runs: number): Promise<void> {
  printLoad();
  row("flower net, 10,000 iterations", "Node", "browser", "ratio");
  const { node, browser } = await flowerNet(runs);
  row("", seconds(node), seconds(browser), (browser / node).toFixed(2));
}

async function printLoops(): Promise<void> {
  printLoad();
  row("loops in the browser, fastest of 60", "asking", "as written", "ratio");
  for (const { title, guarded, plain } of await loopTimes()) {
    row(title, `${guarded.toFixed(2)} ms`, `${plain.toFixed(2)} ms`, (guarded / plain).toFixed(2));
  }
}

async function printFlood(): Promise<void> {
  printLoad();
  row("a page that is flooded", "answers within");
  row("", `${Math.round(await answerInFlood())} ms`);
}

function releaseSite(folder: string): string {
  const site = path.join(folder, "site");
  const slugs = ["logistic-regression", "shallow-network"];
  execFileSync("node_modules/.bin/nablab", ["release", ...slugs, "--site", site], { cwd: root });
  return site;
}

async function printVisits(server: SiteServer, runs: number): Promise<void> {
  printLoad();
  const { bytes, files } = await sentAtFirst(server);
  console.log(`until the first cell has run: ${(bytes / 1e6).toFixed(2)} MB with gzip, ${files} files`);
  row("since the address", "notebook visible", "kernel idle", "first cell done");
  const print = (title: string, { visible, idle, firstCell }: Visit) =>
    row(title, seconds(visible), seconds(idle), seconds(firstCell));
  const { first, later } = await visits(server, runs);
  print("first visit", first);
  print("later visits", later);
}

async function printTwo(server: SiteServer, runs: number): Promise<void> {
  printLoad();
  row("a second notebook", "kernel idle", "first cell done", "memory of one", "of both");
  const { idle, firstCell, memoryOfOne, memoryOfBoth } = await twoNotebooks(server, runs);
  row("", seconds(idle), seconds(firstCell), megabytes(memoryOfOne), megabytes(memoryOfBoth));
}

async function printSite(runs: number, chosen: readonly string[], given?: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "nablab-bench-site-"));
  try {
    const server = await serveSite(given ?? releaseSite(folder));
    if (chosen.includes("visits")) await printVisits(server, runs);
    if (chosen.includes("two")) await printTwo(server, runs);
    server.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { runs, only, site } = script(
    "bench:site",
    "the course in a browser: speed beside Node, visits, two notebooks at once",
  )
    .option("--runs <n>", "of each, of which the median counts", wholeNumber(1), 5)
    .addOption(new Option("--only <part...>", "what to measure").choices(parts).default(parts, "all"))
    .option("--site <dir>", "a site of assignments 1 and 2 that is there already; otherwise one is made")
    .parse()
    .opts<{ runs: number; only: string[]; site?: string }>();
  if (only.includes("net")) await printNet(runs);
  if (only.includes("loops")) await printLoops();
  if (only.includes("flood")) await printFlood();
  if (only.includes("visits") || only.includes("two")) await printSite(runs, only, site);
}

void main();
