import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createStore } from "../../../graders/gradebook/openStore";
import type { Store } from "../../../graders/gradebook/Store";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { AClass } from "../gradebook/aClass";
import { noPostgres, type Server, startPostgres } from "../gradebook/postgres";

const host = "127.0.0.1:8888";

describe.skipIf(noPostgres !== null)("Pages of a database that stops, as in a power cut", () => {
  let server: Server;
  let store: Store;

  beforeAll(() => {
    server = startPostgres();
  }, 60_000);
  afterAll(async () => {
    await store.close();
    server.remove();
  });

  test("say that it is away, and are there again when it is", async () => {
    store = (await createStore(server.address)).store;
    await new AClass(store).course();
    const token = new Token("secret");
    const app = createApp({
      store,
      token,
      by: "maria",
      hosts: [host],
      titlesOf: async () => new Map(),
    });
    const cookie = `nablab-dashboard=${token.enter("secret")}`;
    const ask = async () => app.request(`http://${host}/`, { headers: { host, cookie } });
    expect((await ask()).status).toBe(200);
    server.crash();
    for (let i = 0; i < 3; i++) {
      const answer = await ask();
      expect(answer.status).toBe(503);
      expect(await answer.text()).toContain("no database answers at postgresql://nablab@/nablab");
    }
    const typed = { place: "f", line: "2", text: "why <b>?" };
    const headers = { host, cookie, "content-type": "application/x-www-form-urlencoded", origin: `http://${host}` };
    const form = { method: "POST", headers, body: new URLSearchParams(typed).toString() };
    const lost = await app.request(`http://${host}/submissions/s/comments`, form);
    expect(lost.status).toBe(503);
    const text = await lost.text();
    for (const kept of [">why &#60;b&#62;?</textarea>", 'name="place" value="f"', 'name="line" value="2"'])
      expect(text).toContain(kept);
    expect(text).toContain('action="/submissions/s/comments"');
    server.start();
    expect((await ask()).status).toBe(200);
  }, 60_000);
});
