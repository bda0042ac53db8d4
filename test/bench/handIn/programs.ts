import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const runner = join(__dirname, "../../../graders/cli/run.js");

/** A dashboard that somebody has signed in to. */
export interface Running {
  /** Of the pages. */
  address: string;
  /** Sends a form without fields. */
  post(path: string): Promise<void>;
  end(): Promise<void>;
}

/** Starts `nablab dashboard`. On SQLite it grades itself; with PostgreSQL, workers do. */
export async function startDashboard(where: string, jobs: number): Promise<Running> {
  const own = where.startsWith("postgres") ? [] : ["--grade-jobs", String(jobs)];
  const child = spawn(process.execPath, [runner, "dashboard", "--db", where, ...own], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const failed = once(child, "exit").then(([code]) => Promise.reject(new Error(`nablab dashboard ended with ${code}`)));
  const [line] = (await Promise.race([once(child.stdout, "data"), failed])) as [Buffer];
  failed.catch(() => {});
  const entrance = /open (http:\S+) /.exec(line.toString())?.[1] ?? "";
  const entered = await fetch(entrance, { redirect: "manual" });
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0];
  const { origin } = new URL(entrance);
  return {
    address: origin,
    async post(path) {
      const headers = { cookie, origin, "content-type": "application/x-www-form-urlencoded" };
      const { status } = await fetch(new URL(path, origin), { method: "POST", headers, body: "", redirect: "manual" });
      if (status !== 303) throw new Error(`${path}: ${status}`);
    },
    end: () => end(child),
  };
}

/** Starts `nablab worker`. */
export function startWorker(where: string, jobs: number): Pick<Running, "end"> {
  const args = [runner, "worker", "--db", where, "--jobs", String(jobs)];
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  return { end: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  // What has been begun of a regrade is finished first.
  const late = setTimeout(() => child.kill("SIGKILL"), 30_000);
  await ended;
  clearTimeout(late);
}
