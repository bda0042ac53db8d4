import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { createStore } from "../../../graders/gradebook/openStore";
import { AClass } from "../gradebook/aClass";

const runner = join(__dirname, "../../../graders/cli/run.js");
const folder = mkdtempSync(join(tmpdir(), "nablab-dashboard-"));
const book = join(folder, "class.db");
let served: ChildProcess | undefined;
afterAll(() => {
  served?.kill();
  rmSync(folder, { recursive: true });
});

/** Has somebody hand in a file. */
async function handIn(address: string, cookie: string, login: string, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const body = new FormData();
  body.append("run", "logistic-regression");
  body.append("received", "2026-05-01 10:00");
  body.append("file", new File([bytes], name));
  const { origin } = new URL(address);
  const answer = await fetch(new URL(`/learners/${login}/hand-ins`, address), {
    ...{ method: "POST", headers: { cookie, origin }, body, redirect: "manual" },
  });
  return answer.status === 303 ? answer.headers.get("location") : `${answer.status} ${await answer.text()}`;
}

/** The events of grading until it is over. */
async function follow(address: string, cookie: string): Promise<{ text: string; isOver: boolean }[]> {
  const { body } = await fetch(new URL("/live?run=logistic-regression", address), { headers: { cookie } });
  const found: { text: string; isOver: boolean }[] = [];
  for await (const chunk of body ?? []) {
    for (const line of Buffer.from(chunk).toString().split("\n"))
      if (line.startsWith("data: ")) found.push(JSON.parse(line.slice(6)));
    if (found.at(-1)?.isOver) break;
  }
  return found;
}

const right =
  'import { np } from "nablab";\nexport function initializeWithZeros(dim: number) { return { w: np.zeros([dim, 1]), b: 0 }; }\n';

test("nablab dashboard grades what is handed in, serves until it is stopped, and refuses a port in use", async () => {
  const { store } = await createStore(book);
  const one = new AClass(store);
  await one.course();
  await one.run("logistic-regression", { due: "2026-05-01T22:00:00.000Z", closes: "2026-05-02T22:00:00.000Z" });
  for (const login of ["ada", "ben", "cleo"]) await one.learner(login);
  const dashboard = spawn(process.execPath, [runner, "dashboard", "--db", book], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  served = dashboard;
  const [line] = (await once(dashboard.stdout, "data")) as [Buffer];
  const address = /open (http:\/\/127\.0\.0\.1:\d+\/enter\?token=\S+) /.exec(line.toString())?.[1] ?? "";
  const entered = await fetch(address, { redirect: "manual" });
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0];
  const page = await fetch(new URL("/", address), { headers: { cookie } });
  expect(await page.text()).toContain("<h1>Deep learning</h1>");
  const followed = follow(address, cookie);
  // Nothing was asked for yet, so nobody has started the process that grades.
  const zip = zipSync({ "hw/notes.txt": Buffer.from("hello"), "hw/answer.ts": Buffer.from(`${right}// ada`) });
  expect(await handIn(address, cookie, "ada", "hw.zip", zip)).toBe("/learners/ada");
  expect(await handIn(address, cookie, "ben", "..\\..\\ben.ts", Buffer.from(right.replace(", 1]", "]")))).toBe(
    "/learners/ben",
  );
  expect(await handIn(address, cookie, "cleo", "cleo.pdf", Buffer.from("%PDF-1.4"))).toBe("/learners/cleo");
  expect(await handIn(address, cookie, "ada", "", Buffer.from(""))).toContain("422");
  const events = await followed;
  expect(events[0]).toEqual({ text: "", isOver: false });
  // On a fast machine they are graded before anybody looks.
  for (const event of events.slice(1, -1))
    expect(event.text).toMatch(/^\d submissions? waits? to be graded. This dashboard grades them.( |$)/);
  expect(events.at(-1)).toEqual({ text: "", isOver: true });
  expect(await one.marks()).toEqual(["ada logistic-regression: 10", "ben logistic-regression: 0"]);
  const files = await store.db.selectFrom("submission").select("fileName").orderBy("fileName").execute();
  expect(files.map(({ fileName }) => fileName)).toEqual(["answer.ts", "ben.ts", "cleo.pdf"]);
  const { error } = await store.db
    .selectFrom("result")
    .select("error")
    .where("status", "=", "not-gradable")
    .executeTakeFirstOrThrow();
  expect(error).toContain("is a PDF");
  await store.close();
  dashboard.kill("SIGTERM");
  expect((await once(dashboard, "exit"))[0]).toBe(0);
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const refused = spawn(process.execPath, [runner, "dashboard", "--db", book, "--port", String(port)]);
  const said = await text(refused.stderr);
  expect(said).toBe(`nablab: another program has port ${port}; name another one, or leave out --port\n`);
  expect(refused.exitCode ?? (await once(refused, "exit"))[0]).toBe(2);
  other.close();
}, 60_000);
