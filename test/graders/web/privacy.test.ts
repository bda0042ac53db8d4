import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { PersonRow } from "../../../graders/gradebook/people";
import { openRegrade } from "../../../graders/gradebook/regrade/openRegrade";
import type { RunRow } from "../../../graders/gradebook/schema";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { type Grading, noGrading } from "../../../graders/web/Grading";
import type { Role } from "../../../graders/web/Route";
import { AClass } from "../gradebook/aClass";
import { everything } from "../gradebook/everything";
import { onSqlite } from "../gradebook/onBoth";

const host = "127.0.0.1:8888";

/** What says who it is: nothing of the tables, the code or the pages has these by accident. */
const secrets = { login: "qx77zeta", name: "Quill Featherstone", email: "quill@private.example" };
const code = "const onlyQuillWroteThis = 1;";
const needles = [...Object.values(secrets), "Featherstone", "onlyQuillWroteThis"];

/** Files are taken as they are; verdicts are given by the test. */
const grading: Grading = {
  ...noGrading,
  conditionsFor: async () => "2",
  take: async (_, fileName, bytes) => ({ fileName, bytes }),
};

onSqlite("A learner whose run is anonymous", (place) => {
  let one: AClass;
  let run: RunRow;
  let quill: PersonRow;
  const submissions: string[] = [];

  function browserOf(role: Role) {
    const token = new Token("secret");
    const parts = { store: one.store, token, by: "maria", role, hosts: [host], titlesOf: async () => new Map() };
    const app = createApp({ ...parts, grading: { ...grading, queue: one.queue } });
    const headers = { host, origin: `http://${host}`, cookie: `nablab-dashboard=${token.enter("secret")}` };
    const at = (path: string): string => `http://${host}${path}`;
    return {
      get: async (path: string) => app.request(at(path), { headers }),
      post: async (path: string, fields: Record<string, string | File>) => {
        const body = new FormData();
        for (const [name, value] of Object.entries(fields)) body.append(name, value);
        return app.request(at(path), { method: "POST", headers, body });
      },
    };
  }

  beforeAll(async () => {
    one = new AClass(await place.fresh());
    await one.course();
    run = await one.run("a", { anonymous: 1 });
    const { login, ...about } = secrets;
    quill = await one.learner(login, { ...about, section: "Z" });
    for (const [i, person] of [quill, await one.learner("ben"), await one.learner("cleo")].entries())
      submissions.push(
        await one.handIn(run, person, i === 2 ? null : { f: 3, g: 10 }, { text: i === 0 ? code : `// ${i}` }),
      );
  });

  test("has neither name nor address on any page that a grader can reach", async () => {
    const { get } = browserOf("grader");
    const seen = new Map<string, number>();
    const next = [
      `/submissions/${submissions[0]}`,
      "/runs/a/functions/f",
      "/runs/a/functions/g",
      "/runs/a/next",
      "/saved",
    ];
    for (let path = next.shift(); path !== undefined && seen.size < 80; path = next.shift()) {
      if (seen.has(path)) continue;
      const answer = await get(path);
      seen.set(path, answer.status);
      const text = [path, ...[...answer.headers].flat(), path.endsWith("/file") ? "" : await answer.text()].join("\n");
      for (const secret of Object.values(secrets)) expect(text, path).not.toContain(secret);
      const links = Array.from(text.matchAll(/(?:href|action)="([^"#]*)/g), ([, link]) =>
        link.replaceAll("&amp;", "&"),
      );
      const moved = answer.headers.get("location");
      for (const link of [...links, ...(moved === null ? [] : [moved])])
        if (link.startsWith("/")) next.push(link.split("#")[0]);
    }
    const reached = [...seen].filter(([, status]) => status === 200).map(([path]) => path);
    for (const id of submissions) expect(reached).toContain(`/submissions/${id}`);
    expect(reached).toContain(`/submissions/${submissions[0]}/file`);
    expect([...seen.values()].filter((status) => status >= 500)).toEqual([]);
  });

  test("is forgotten after comments, points, a hand-in by staff and a regrade, in the file and in its log", async () => {
    const { get, post } = browserOf("staff");
    const [submission] = submissions;
    const done = async (answer: Response): Promise<void> =>
      expect([answer.status, answer.status === 303 ? "" : await answer.text()]).toEqual([303, ""]);
    await done(
      await post(`/submissions/${submission}/comments`, { text: "Featherstone knows this", place: "f", line: "1" }),
    );
    const page = await (await get(`/submissions/${submission}`)).text();
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? "";
    const given = { name: "f", points: "5", reason: "as I told qx77zeta", version };
    await done(await post(`/submissions/${submission}/override`, given));
    const group = /name="group" value="([^"]+)"/.exec(await (await get("/runs/a/functions/f")).text())?.[1] ?? "";
    await done(await post("/runs/a/functions/f/comment", { group, text: "like Quill Featherstone's" }));
    const file = new File([`${code} // again`], "Quill Featherstone.ts");
    await done(await post("/learners/qx77zeta/hand-ins", { run: "a", received: "2026-05-02 10:00", file }));
    const { id } = await one.store.db
      .selectFrom("submission")
      .select("id")
      .where("source", "=", "upload")
      .executeTakeFirstOrThrow();
    await one.settle(id, "2", { f: 10, g: 10 }, code);
    await done(await post("/runs/a/regrades", {}));
    const regrade = await openRegrade(one.store.db, run.id);
    for (const each of submissions.slice(0, 2)) await one.settle(each, "2", { f: 10, g: 3 }, code).catch(() => {});
    expect((await get(`/regrades/${regrade?.id}`)).status).toBe(200);
    const audit = await (await get("/audit")).text();
    for (const needle of needles) expect(audit).not.toContain(needle);
    expect(filesOf(one).join()).toContain("Featherstone");
    const exported = await get("/people/qx77zeta/export");
    expect([exported.status, exported.headers.get("content-type")]).toEqual([200, "application/zip"]);
    await done(await post("/people/qx77zeta/erase", { login: "qx77zeta" }));
    for (const needle of needles) for (const bytes of filesOf(one)) expect(bytes).not.toContain(needle);
    expect(JSON.stringify(await everything(one.store))).not.toContain("qx77zeta");
    expect((await get("/learners/qx77zeta")).status).toBe(404);
    for (const path of ["/", "/people", "/audit", "/runs/a", "/runs/a/functions/f"]) {
      const text = await (await get(path)).text();
      for (const needle of needles) expect(text, path).not.toContain(needle);
    }
  });
});

/** What is on the disk: the gradebook and its log. */
function filesOf({ store }: AClass): string[] {
  const path = store.sqlite?.path ?? "";
  return [path, `${path}-wal`].map((file) => readFileSync(file, "latin1"));
}
