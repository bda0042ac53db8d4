import { afterEach, expect, test, vi } from "vitest";
import { queueState } from "../../../graders/gradebook/queries/queueState";
import { Presence } from "../../../graders/gradebook/queue/workers";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { metricsText } from "../../../graders/web/metrics";
import { AClass } from "../gradebook/aClass";
import { onBoth } from "../gradebook/onBoth";

const host = "127.0.0.1:8888";

afterEach(() => vi.unstubAllEnvs());

test("Prometheus's text has a line for each number, whatever a run is called", () => {
  const run = {
    run: "r",
    slug: 'a "b"\n\\',
    conditions: "1",
    workers: 0,
    begun: 0,
    oldest: "2026-05-01T10:00:00.000Z",
  };
  const waiting = [
    { ...run, why: "submitted" as const, count: 2 },
    { ...run, why: "submitted" as const, conditions: "2", workers: 1, count: 3, oldest: "2026-05-01T10:00:30.000Z" },
  ];
  const text = metricsText(
    { waiting, running: 2, workers: [], faults: [] },
    [{ slug: "a", status: "graded", count: 7 }],
    Date.parse("2026-05-01T10:01:00.000Z"),
  );
  const labels = '{run="a \\"b\\"\\n\\\\",why="submitted"}';
  expect(text).toContain(`# TYPE nablab_waiting gauge\nnablab_waiting${labels} 5\n`);
  expect(text).toContain(`nablab_waiting_without_worker${labels} 2\n`);
  expect(text).toContain(`nablab_waiting_oldest_seconds${labels} 60\n`);
  expect(text).toContain("nablab_running 2\n");
  expect(text).toContain('# TYPE nablab_results_total counter\nnablab_results_total{run="a",status="graded"} 7\n');
  for (const line of text.trim().split("\n"))
    expect(line).toMatch(/^(# TYPE \w+ (gauge|counter)|\w+(\{.*\})? [\d.]+)$/);
});

onBoth("The state of a queue", (place) => {
  test("names what waits and who can grade it, workers and faults, and is there for Prometheus", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    const { db } = one.store;
    const run = await one.run("a");
    const waits = async (login: string, conditions: string): Promise<void> => {
      const submission = await one.handIn(run, await one.learner(login), { f: 10 });
      const attempt = { id: one.act.newId(), submission, conditions, why: "regrade" as const, created: one.act.now() };
      await one.change((trx) => one.queue.add(trx, [attempt]));
    };
    for (const [login, conditions] of ["ada 2", "ben 2", "cleo 3"].map((text) => text.split(" ")))
      await waits(login, conditions);
    const failed = db.selectFrom("submission").select("submission.id").orderBy("submission.id").limit(1);
    const fault = { state: "fault" as const, tries: 4, fault: "no memory\nat once" };
    await db.updateTable("attempt").set(fault).where("submission", "=", failed).where("conditions", "=", "2").execute();
    const ended = await Presence.begin(db, one.act, { name: "host/1", version: "0.1", jobs: 9 });
    await ended.end();
    const presence = await Presence.begin(db, one.act, { name: "host/2", version: "0.2", jobs: 3 });
    await presence.beat(["2"], 1);
    const { waiting, running, workers, faults } = await queueState(db);
    expect(waiting.map((row) => [row.conditions, row.why, row.count, row.workers])).toEqual([
      ["2", "regrade", 1, 1],
      ["3", "regrade", 1, 0],
    ]);
    expect(running).toBe(1);
    expect(workers).toMatchObject([{ name: "host/2", version: "0.2", jobs: 3, running: 1, conditions: ["2"] }]);
    expect(faults).toMatchObject([{ slug: "a", login: "ada", tries: 4, message: "no memory" }]);
    // Who says nothing for a while is taken for dead.
    await db.updateTable("worker").set({ seen: "2026-01-01T00:00:00.000Z" }).execute();
    expect(await queueState(db)).toMatchObject({ running: 0, workers: [] });

    vi.stubEnv("NABLAB_METRICS_TOKEN", "secret");
    const parts = {
      store: one.store,
      token: new Token("t"),
      by: "maria",
      hosts: [host],
      titlesOf: async () => new Map(),
    };
    const app = createApp(parts);
    const ask = (headers: Record<string, string>) =>
      app.request(`http://${host}/metrics`, { headers: { host, ...headers } });
    const answer = await ask({ authorization: "Bearer secret" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      200,
      "text/plain; version=0.0.4; charset=utf-8",
    ]);
    expect(await answer.text()).toContain('nablab_waiting_without_worker{run="a",why="regrade"} 2\n');
    expect((await ask({ authorization: "Bearer wrong" })).status).toBe(401);
    expect((await ask({})).status).toBe(401);
    const cookie = `nablab-dashboard=${parts.token.enter("t")}`;
    expect((await ask({ cookie })).status).toBe(200);
    expect((await app.request(`http://${host}/`, { headers: { host, authorization: "Bearer secret" } })).status).toBe(
      401,
    );
  });
});
