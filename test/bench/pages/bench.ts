// How fast the dashboard's pages are with a large class: every page of the route table, its size, and the process's memory.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wholeNumber } from "../../../graders/cli/options";
import { actOf } from "../../../graders/gradebook/Act";
import { createStore } from "../../../graders/gradebook/openStore";
import { LocalQueue } from "../../../graders/gradebook/queue/local";
import { copyResult } from "../../../graders/gradebook/recordResult";
import { beginRegrade } from "../../../graders/gradebook/regrade/beginRegrade";
import { showPreview } from "../../../graders/gradebook/regrade/settleRegrade";
import { runsInOrder } from "../../../graders/gradebook/runs";
import type { Store } from "../../../graders/gradebook/Store";
import { SignIns } from "../../../graders/web/auth/SignIns";
import { learnerLivePath, livePath } from "../../../graders/web/livePath";
import { routes } from "../../../graders/web/routes";
import { type Server, startPostgres } from "../../graders/gradebook/postgres";
import { loadBefore, loadText } from "../load";
import { childOf, peakOf } from "../processMemory";
import { script } from "../script";
import { fillGradebook, type Size } from "./fillGradebook";
import { learnerAsked, pathsOf } from "./pathsOf";
import { realVerdicts } from "./realVerdicts";

const {
  count,
  postgres,
  only,
  size: chosen,
} = script("bench:pages", "pages of a large class: time, size, memory")
  .option("--count <n>", "how often each page is asked for", wholeNumber(2), 40)
  .option("--postgres", "on PostgreSQL as well")
  .option("--only <text>", "only pages whose path has this in it")
  .option("--size <text>", "only classes whose name has this in it, such as 10,000")
  .parse()
  .opts<{ count: number; postgres?: boolean; only?: string; size?: string }>();

const runner = join(__dirname, "../../../graders/cli/nablab.js");
const folder = mkdtempSync(join(tmpdir(), "nablab-pages-"));

const sizes: Record<string, Size> = {
  "1,000 learners x 8 runs x 3 hand-ins": { learners: 1000, runs: 8, attempts: 3 },
  "10,000 hand-ins in one run": { learners: 10_000, runs: 1, attempts: 1 },
};

/** What a page may take at the 95th percentile on a quiet machine, and how large it may be. */
const mostMs = 100;
const mostKb = 300;

/** How often a file is asked for; some take seconds. */
const mostFiles = 5;

void main();

async function main(): Promise<void> {
  const verdicts = await realVerdicts(60);
  console.log(`load before: ${loadText(loadBefore())}; ${count} requests a page, one after the other\n`);
  let server: Server | undefined;
  try {
    for (const [name, size] of Object.entries(sizes)) {
      if (chosen !== undefined && !name.includes(chosen)) continue;
      await measure(`${name}, SQLite`, join(folder, `${size.learners}.db`), verdicts, size);
      if (postgres !== true) continue;
      server = startPostgres();
      await measure(`${name}, PostgreSQL`, server.address, verdicts, size);
      server.remove();
    }
  } finally {
    server?.remove();
    rmSync(folder, { recursive: true });
  }
}

async function measure(
  title: string,
  where: string,
  verdicts: Parameters<typeof fillGradebook>[1],
  size: Size,
): Promise<void> {
  const { store } = await createStore(where);
  await fillGradebook(store, verdicts, size);
  await addRegrade(store);
  const paths = (await Promise.all(routes.filter(isAsked).map((route) => pathsOf(store, route)))).flat();
  const own = `nablab-dashboard=${await new SignIns(store.db).open(await learnerAsked(store.db))}`;
  await store.close();
  // What has never run is compiled first, which takes memory that no later start does.
  const first = await open(where, own);
  const pages: string[] = [];
  const files: string[] = [];
  for (const path of paths) {
    const answer = await first.get(path);
    await answer.arrayBuffer();
    (answer.headers.get("content-type")?.startsWith("text/html") ? pages : files).push(path);
  }
  await first.end();
  const { pid, get, end } = await open(where, own);
  const slow: string[] = [];
  const large: string[] = [];
  console.log(`${title}\n\n| page | p50 ms | p95 ms | kB | status |\n|---|---:|---:|---:|---|`);
  const memory = (): string => (process.platform === "linux" ? `${peakOf(pid).toFixed(0)} MB` : "unknown");
  let ofPages = "";
  for (const [i, path] of [...pages, ...files].entries()) {
    const isPage = i < pages.length;
    if (i === pages.length) ofPages = memory();
    const times: number[] = [];
    let bytes = 0;
    let status = 0;
    const often = isPage ? count : Math.min(count, mostFiles);
    for (let asked = 0; asked < often; asked++) {
      const start = performance.now();
      const answer = await get(path);
      bytes = (await answer.arrayBuffer()).byteLength;
      times.push(performance.now() - start);
      status = answer.status;
    }
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number): string => sorted[Math.ceil(share * often) - 1].toFixed(1);
    if (isPage && Number(at(0.95)) > mostMs) slow.push(path);
    if (isPage && bytes > 1000 * mostKb) large.push(path);
    console.log(
      `| ${isPage ? path : `${path} (file)`} | ${at(0.5)} | ${at(0.95)} | ${(bytes / 1000).toFixed(1)} | ${status} |`,
    );
  }
  console.log(
    `\npages over ${mostMs} ms at p95: ${slow.join(", ") || "none"}; over ${mostKb} kB: ${large.join(", ") || "none"}`,
  );
  console.log(
    `most memory of the process: ${ofPages || memory()} with pages, ${memory()} with files; load after: ${loadText(loadBefore())}\n`,
  );
  await end();
}

/**
 * A dashboard of its own, which staff have signed in to.
 *
 * @param own the cookie of a learner, for the pages that are theirs
 */
async function open(where: string, own: string) {
  // Grading is another process, which has nothing to do here: what waits is of no installed version.
  const dashboard = spawn(process.execPath, [runner, "dashboard", "--db", where, "--grade-jobs", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const failed = once(dashboard, "exit").then(([code]) =>
    Promise.reject(new Error(`nablab dashboard ended with ${code}`)),
  );
  const [line] = (await Promise.race([once(dashboard.stdout, "data"), failed])) as [Buffer];
  failed.catch(() => {});
  const address = /open (http:\S+) /.exec(line.toString())?.[1] ?? "";
  const entered = await fetch(address, { redirect: "manual" });
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0];
  return {
    pid: process.platform === "linux" ? childOf(dashboard.pid ?? 0) : 0,
    get: (path: string) =>
      fetch(new URL(path, address), { headers: { cookie: path.startsWith("/me") ? own : cookie } }),
    async end() {
      dashboard.kill("SIGTERM");
      await once(dashboard, "exit");
    },
  };
}

function isAsked({ method, path }: (typeof routes)[number]): boolean {
  const ends = path !== livePath && path !== learnerLivePath;
  return method === "get" && ends && (only === undefined || path.includes(only));
}

/** One of the first run, in which all learners' verdicts are those that they had, but for every third. */
async function addRegrade(store: Store): Promise<void> {
  const act = actOf("bench");
  const queue = new LocalQueue(store, act, "bench");
  const [run] = await runsInOrder(store.db);
  await store.db.transaction().execute(async (trx) => {
    const { regrade } = await beginRegrade(trx, act, queue, run, "again", "counting");
    const waiting = await trx
      .selectFrom("attempt")
      .innerJoin("submission", "submission.id", "attempt.submission")
      .where("attempt.state", "=", "waiting")
      .select(["attempt.id as attempt", "attempt.submission", "attempt.conditions", "attempt.tries", "attempt.why"])
      .select(["submission.person", "submission.sha256", "submission.fileName"])
      .orderBy("attempt.id")
      .execute();
    const others = await trx.selectFrom("submission").select("sha256").distinct().orderBy("sha256").limit(50).execute();
    for (const [i, job] of waiting.entries()) {
      const { sha256 } = i % 3 === 0 ? others[i % others.length] : job;
      await copyResult(trx, act, { ...job, sha256, conditions: "bench" }, "bench");
    }
    await showPreview(trx, regrade);
  });
}
