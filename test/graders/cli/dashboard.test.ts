import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { createStore } from "../../../graders/gradebook/openStore";
import { AClass } from "../gradebook/aClass";

const runner = join(__dirname, "../../../graders/cli/run.js");
const folder = mkdtempSync(join(tmpdir(), "nablab-dashboard-"));
const book = join(folder, "class.db");
afterAll(() => rmSync(folder, { recursive: true }));

test("nablab dashboard prints an address that works, serves until it is stopped, and refuses a port in use", async () => {
  const { store } = await createStore(book);
  await new AClass(store).course();
  await store.close();
  const served = spawn(process.execPath, [runner, "dashboard", "--db", book], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(served.stdout, "data")) as [Buffer];
  const address = /open (http:\/\/127\.0\.0\.1:\d+\/enter\?token=\S+) /.exec(line.toString())?.[1] ?? "";
  const entered = await fetch(address, { redirect: "manual" });
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0];
  const page = await fetch(new URL("/", address), { headers: { cookie } });
  expect(await page.text()).toContain("<h1>Deep learning</h1>");
  served.kill("SIGTERM");
  expect((await once(served, "exit"))[0]).toBe(0);
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const refused = spawn(process.execPath, [runner, "dashboard", "--db", book, "--port", String(port)]);
  const said = await text(refused.stderr);
  expect(said).toBe(`nablab: another program has port ${port}; name another one, or leave out --port\n`);
  expect(refused.exitCode ?? (await once(refused, "exit"))[0]).toBe(2);
  other.close();
}, 60_000);
