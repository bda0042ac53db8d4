/**
 * How long it takes to compare a class, and on which ranks ten copies come. Reading the hand-ins is part of the time, making
 * them up and recording them is not.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { wholeNumber } from "../../graders/cli/options";
import { actOf } from "../../graders/gradebook/Act";
import { createStore } from "../../graders/gradebook/openStore";
import { similarPage } from "../../graders/gradebook/queries/similarPairs";
import { compareRun } from "../../graders/gradebook/similar/compareRun";
import { readingOf } from "../../graders/gradebook/similar/readOwn";
import { openReaders } from "../../graders/sandbox/host/openReaders";
import { AClass } from "../graders/gradebook/aClass";
import { handInClass } from "../graders/gradebook/similar/handInClass";
import { isPlanted, starter } from "../graders/gradebook/similar/madeUpClass";
import { script } from "./script";

const copies = 10;

async function measure(learners: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nablab-similar-"));
  const { store } = await createStore(join(folder, "class.db"));
  const run = await handInClass(new AClass(store), learners, copies, seed);
  const readers = await openReaders({});
  const start = performance.now();
  await compareRun(store.db, actOf("bench"), run, await readingOf(starter, readers));
  const seconds = (performance.now() - start) / 1000;
  readers.end();
  const page = await similarPage(store.db, run, 500);
  const ranks = page?.pairs.filter(isPlanted).map(({ rank }) => rank) ?? [];
  const load = loadavg()[0].toFixed(1);
  console.log(
    `${learners} hand-ins, seed ${seed}: ${seconds.toFixed(1)} s; copies on ranks ${ranks.join(" ")} (load ${load})`,
  );
  await store.close();
  rmSync(folder, { recursive: true });
}

const { learners } = script("bench:similar", "comparing a class: time, and the ranks of ten copies")
  .option("--learners <n>", "in one class; 300 and 1000 by default", wholeNumber(2 * copies))
  .parse()
  .opts<{ learners?: number }>();

async function main(): Promise<void> {
  for (const count of learners === undefined ? [300, 1000] : [learners]) {
    for (const seed of [1, 2, 3]) await measure(count, seed);
  }
}

void main();
