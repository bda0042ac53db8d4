import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { takeHandIn } from "../../../graders/gradebook/handIn";
import type { Job } from "../../../graders/gradebook/queue/Queue";
import { queueFor } from "../../../graders/gradebook/queue/queueFor";
import { livingWorkers, Presence } from "../../../graders/gradebook/queue/workers";
import { beginRegrade } from "../../../graders/gradebook/regrade/beginRegrade";
import type { RunRow } from "../../../graders/gradebook/schema";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { type Grader, noGrading } from "../../../graders/web/Grading";
import { metrics } from "../../../graders/web/metrics";
import { AClass, verdict } from "../gradebook/aClass";
import { onBoth, type Place } from "../gradebook/onBoth";

const host = "127.0.0.1:8888";

/** A class, and the page as its staff see it. */
class Watched {
  grader: Grader;
  readonly installed = new Map<string, string>();
  private constructor(
    readonly one: AClass,
    readonly run: RunRow,
  ) {
    this.grader = one.store.sqlite ? { kind: "here" } : { kind: "workers", count: 0 };
  }

  static async fresh(place: Place): Promise<Watched> {
    const one = new AClass(await place.fresh());
    await one.store.boss?.install();
    await one.course();
    return new Watched(one, await one.run("a"));
  }

  /** In the terminal's words, without what marks up the text. */
  async page(path = "/workers"): Promise<string> {
    const token = new Token("t");
    const grading = {
      ...noGrading,
      grader: () => this.grader,
      installed: (slug: string) => this.installed.get(slug) ?? null,
    };
    const parts = { store: this.one.store, token, by: "maria", hosts: [host], titlesOf: async () => new Map() };
    const app = createApp({ ...parts, grading });
    const cookie = `nablab-dashboard=${token.enter("t")}`;
    const answer = await app.request(`http://${host}${path}`, { headers: { host, cookie } });
    const [, main = ""] = /<main>(.*)<\/main>/s.exec(await answer.text()) ?? [];
    return main
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll("&#96;", "`")
      .replaceAll(/\s+/g, " ");
  }

  /** A file that waits. */
  async handIn(login: string, conditions = "1"): Promise<void> {
    const { one, run } = this;
    const person = await one.learner(login);
    const file = { run, person: person.id, bytes: Buffer.from(login), fileName: `${login}.ts`, source: "test" };
    const queue = queueFor(one.store, one.act, { name: "test", version: "0" });
    const handedIn = { ...file, received: "2026-05-01T10:00:00.000Z" };
    await one.change((trx) => takeHandIn(trx, one.act, queue, handedIn, conditions));
  }

  async worker(version: string, conditions: readonly string[], running = 0): Promise<void> {
    const presence = await Presence.begin(this.one.store.db, this.one.act, {
      name: `host/${version}`,
      version,
      jobs: 3,
    });
    await presence.beat(conditions, running);
  }
}

onBoth("The page on grading", (place) => {
  test("says that nothing waits, that nobody grades, and that there are no faults", async () => {
    const page = await (await Watched.fresh(place)).page();
    expect(page).toContain("None has said anything in the last 15 seconds.");
    expect(page).toContain("Nothing waits.");
    expect(page).toContain("There are none.");
    expect(page).not.toContain("being graded");
  });

  test("shows a process at work, what it has begun, and the first line of what went wrong", async () => {
    const watched = await Watched.fresh(place);
    await watched.handIn("ada");
    await watched.handIn("ben");
    const { one, run } = watched;
    let goOn: () => void = () => {};
    const graded = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const grade = async ({ fileName }: Job) => {
      await graded;
      const { result } = verdict(null);
      if (fileName === "ben.ts") return verdict({ f: 10 });
      return { result: { ...result, status: "grader-fault" as const, error: "no memory\nat once" }, code: [] };
    };
    const queue = queueFor(one.store, one.act, { name: "host/7", version: "0.9" });
    const work = queue.work({ run: run.id, conditions: "1" }, grade, 2, () => {});
    const begun = () => one.store.db.selectFrom("attempt").select("id").where("tries", ">", 0).execute();
    while ((await begun()).length < 2) await setTimeout(50);
    expect(await watched.page()).toMatch(/host\/7 0\.9 2 \d a \(version 1\).* a handed in 1 2 2 2026-05-01/);
    goOn();
    await work;
    const page = await watched.page();
    expect(page).toContain("Nothing waits.");
    expect(page).toMatch(/a Name of ada ada [34] no memory /);
    expect(page).not.toContain("at once");
    // It has ended, and said so.
    expect(await livingWorkers(one.store.db)).toEqual([]);
  }, 60_000);

  test("has the figures that Prometheus gets", async () => {
    const watched = await Watched.fresh(place);
    const { one, run } = watched;
    for (const login of ["ada", "ben", "cleo"]) await one.handIn(run, await one.learner(login), { f: 10 });
    await one.change((trx) => beginRegrade(trx, one.act, one.queue, run, "2", "all"));
    await watched.handIn("dan", "3");
    await watched.worker("1.0", ["1", "3"], 2);
    const page = await watched.page();
    const text = await metrics(one.store.db);
    expect(page).toContain("2 submissions are being graded.");
    expect(text).toContain("nablab_running 2\n");
    expect(page).toMatch(/a handed in 3 1 0 /);
    expect(page).toMatch(/a regrade 2 3 0 /);
    expect(text).toContain('nablab_waiting{run="a",why="submitted"} 1\nnablab_waiting{run="a",why="regrade"} 3\n');
    expect(text).toContain("nablab_workers 1\n");
    expect(text).toContain("nablab_worker_jobs 3\n");
    expect(text).toContain('nablab_waiting_without_worker{run="a",why="regrade"} 3\n');
    const fault = { state: "fault" as const, fault: "f", tries: 3 };
    await one.store.db.updateTable("attempt").set(fault).where("conditions", "=", "2").execute();
    expect((await watched.page()).match(/ 3 f /g)).toHaveLength(3);
    expect(await metrics(one.store.db)).toContain('nablab_faults{run="a"} 3\n');
  });

  if (place.server) onlyWorkers(place);
  else onlyFiles(place);
});

function onlyWorkers(place: Place): void {
  test("says which workers can grade what waits, and that nobody can", async () => {
    const watched = await Watched.fresh(place);
    const { one, run } = watched;
    await one.handIn(run, await one.learner("ada"), { f: 10 });
    await one.change((trx) => beginRegrade(trx, one.act, one.queue, run, "2", "all"));
    await watched.handIn("ben", "3");
    expect(await watched.page()).toContain("No worker is running; `nablab worker` starts one.");
    expect(await watched.page("/")).toContain("2 submissions wait to be graded, and no worker is running");
    await watched.worker("1.0", ["3"]);
    watched.installed.set("a", "3");
    const page = await watched.page();
    expect(page).toContain("1 worker, which can grade 3 submissions at the same time.");
    expect(page).toMatch(/a handed in 3 \(installed here\) 1 0 \S+ \S+ 1 worker /);
    expect(page).toMatch(/a regrade 2 1 0 \S+ \S+ no worker has these conditions /);
    expect(page).toContain("under which the regrade of a was begun");
    expect(page).not.toContain("different versions");
    watched.installed.delete("a");
    expect(await watched.page("/")).toContain("1 submission waits to be graded, for 1 worker.");
    expect(await watched.page("/runs/a")).toContain(
      "1 submission waits to be graded, and no worker has these conditions",
    );
    await watched.worker("1.1", ["2"]);
    const both = await watched.page();
    expect(both).toContain("They are of different versions of nablab: 1.0, 1.1.");
    expect(both).toContain("2 workers, which can grade 6 submissions");
    expect(both).not.toContain("no worker has these conditions");
    // Hand-ins that no worker prepares for stay in sight, too.
    await watched.handIn("cleo", "4");
    expect(await watched.page()).toContain("Workers need some seconds to prepare for a run.");
  });
}

function onlyFiles(place: Place): void {
  test("says who grades the file", async () => {
    const watched = await Watched.fresh(place);
    const { one, run } = watched;
    await one.handIn(run, await one.learner("ada"), { f: 10 });
    await one.change((trx) => beginRegrade(trx, one.act, one.queue, run, "2", "all"));
    const said = async (grader: Grader): Promise<string> => {
      watched.grader = grader;
      return watched.page();
    };
    const here = await said({ kind: "here" });
    expect(here).toContain("This dashboard grades what waits in the gradebook");
    expect(here).toMatch(/a regrade 2 1 0 \S+ \S+ this dashboard /);
    expect(await said({ kind: "elsewhere" })).toContain("Another program is grading this gradebook.");
    const stopped = await said({ kind: "stopped", message: "the disk is full" });
    expect(stopped).toContain("Grading has stopped: the disk is full.");
    expect(await said({ kind: "nobody" })).toContain("This dashboard does not grade");
    watched.installed.set("a", "3");
    expect(await said({ kind: "here" })).toContain("nobody: these checks are not installed any more");
  });

  test("shows the first hundred of many faults", async () => {
    const watched = await Watched.fresh(place);
    for (let i = 0; i < 101; i++) await watched.handIn(`s${i}`);
    await watched.one.store.db.updateTable("attempt").set({ state: "fault", fault: "f" }).execute();
    expect(await watched.page()).toContain("The first 100 of 101.");
  });
}
