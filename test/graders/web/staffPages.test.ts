import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { noPenalty } from "../../../graders/gradebook/marks/LatePolicy";
import { override } from "../../../graders/gradebook/override";
import type { PersonRow } from "../../../graders/gradebook/people";
import type { RunRow } from "../../../graders/gradebook/schema";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { noGrading } from "../../../graders/web/Grading";
import { assignments } from "../../../src/assignments";
import { AClass } from "../gradebook/aClass";
import { onBoth } from "../gradebook/onBoth";

const host = "127.0.0.1:8888";
const origin = `http://${host}`;
const [assignment] = assignments;
const versions = { nablab: "0", node: "0" };

onBoth("The pages of a run and of people", (place) => {
  let one: AClass;
  let run: RunRow;
  let ada: PersonRow;
  let ben: PersonRow;
  let submissions: string[];
  let app: ReturnType<typeof createApp>;
  let cookie: string;

  beforeAll(async () => {
    one = new AClass(await place.fresh());
    await one.course({ ...noPenalty, deduct: 0.1, freeDays: 1 }, "Europe/Vienna");
    run = await one.run("a", { due: "2026-05-01T22:00:00.000Z" });
    ada = await one.learner("ada", { name: "<b>Ada</b>", section: "A" });
    ben = await one.learner("ben", { section: "B" });
    const late = "2026-05-03T10:00:00.000Z";
    submissions = [
      await one.handIn(run, ada, { f: 10, g: 3 }),
      await one.handIn(run, ben, { f: 0, g: 10 }, { received: late }),
      await one.handIn(run, await one.learner("cleo"), { f: 10, g: 10 }),
      await one.handIn(run, await one.learner("dan"), null),
    ];
    const token = new Token("secret");
    const about = { assignment, titles: new Map<string, string>(), versions };
    app = createApp({
      ...{ store: one.store, token, by: "maria", hosts: [host], titlesOf: async () => new Map() },
      aboutOf: async () => about,
      grading: { ...noGrading, conditionsFor: async () => "2", queue: one.queue },
    });
    cookie = `nablab-dashboard=${token.enter("secret")}`;
  }, 60_000);

  const get = async (path: string): Promise<Response> => app.request(origin + path, { headers: { host, cookie } });
  const page = async (path: string): Promise<string> => (await get(path)).text();
  const send = async (path: string, fields: Record<string, string | File>): Promise<Response> => {
    // As browsers send forms without and with a file.
    const hasFile = Object.values(fields).some((value) => value instanceof File);
    const body = hasFile ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) body.append(name, value as string);
    return app.request(origin + path, { method: "POST", headers: { host, cookie, origin }, body });
  };
  const where = async (path: string, fields: Record<string, string> = {}): Promise<string> => {
    const answer = await send(path, fields);
    expect(answer.status, await answer.clone().text()).toBe(303);
    return answer.headers.get("location") ?? "";
  };
  const deeds = async (): Promise<string[]> => {
    const rows = await one.store.db.selectFrom("audit").select(["what", "by"]).orderBy("id").execute();
    return rows.filter(({ by }) => by === "maria").map(({ what }) => what);
  };

  test("items say facility, item-rest correlation and what it rests on", async () => {
    const shown = await page("/runs/a/items");
    expect(shown).toContain('<code>f</code></a></th><td class="number">2 of 3</td><td class="number">67 %</td>');
    // Pearson of (3, 10, 10) and (10, 0, 10), by hand: -0.5.
    expect(shown).toContain('<span class="mark partial">low</span> −0.50</td>');
    expect(shown).toContain('<td class="number">1.0 (2 learners)</td>');
    await one.change((trx) =>
      override(trx, one.act, { run, person: ben.id, name: "f" }, { points: 10, reason: "read it" }),
    );
    expect(await page("/runs/a/items")).toContain("not defined: everybody has the same points here");
    await one.run("empty");
    expect(await page("/runs/empty/items")).toContain("Nothing has been graded yet.");
    expect((await get("/runs/none/items")).status).toBe(404);
  });

  test("late says who was late, what it takes and which free days are left; an extension has a reason", async () => {
    const shown = await page("/runs/a/late");
    expect(shown).toContain("<td>2026-05-02 00:00</td><td>2026-05-03 12:00</td><td>2 days</td>");
    const figures = ["20", "2", "18", "1", "0"].map((figure) => `<td class="number">${figure}</td>`).join("");
    expect(shown).toContain(figures);
    expect(await page("/runs/a/late?extend=ben")).toContain('name="login" value="ben"');
    const fields = { login: "ben", due: "2026-05-03 23:59", reason: "ill" };
    expect((await send("/runs/a/late", { ...fields, reason: " " })).status).toBe(422);
    const wrong = await send("/runs/a/late", { ...fields, due: "tomorrow" });
    expect(wrong.status).toBe(422);
    // What was typed is there to be corrected.
    expect(await wrong.text()).toContain('<input name="due" value="tomorrow">');
    expect((await send("/runs/a/late", { ...fields, login: "bem" })).status).toBe(422);
    expect(await where("/runs/a/late", fields)).toBe("/runs/a/late");
    const after = await page("/runs/a/late");
    expect(after).toContain("Nobody was late.");
    expect(after).toContain("<td>2026-05-03 23:59</td><td>ill</td>");
    expect(await one.marks()).toContain("ben a: 20");
    expect(await deeds()).toEqual(["extend"]);
  });

  test("a run is released once, after it was said what that means", async () => {
    expect(await page("/runs/a")).toContain("Release marks…");
    const asked = await page("/runs/a/release");
    expect(asked).toContain("1 learner has no mark.");
    expect(await where("/runs/a/release")).toBe("/runs/a");
    const { released } = await one.store.db
      .selectFrom("run")
      .select("released")
      .where("slug", "=", "a")
      .executeTakeFirstOrThrow();
    expect(released).toMatch(/^\d{4}-/);
    await where("/runs/a/release");
    const again = await one.store.db
      .selectFrom("run")
      .select("released")
      .where("slug", "=", "a")
      .executeTakeFirstOrThrow();
    expect(again.released).toBe(released);
    expect(await page("/runs/a")).toContain("The marks are released.");
  });

  test("the final marks are downloaded in every format", async () => {
    const csv = await get("/runs/a/export/csv");
    expect(csv.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a-results.csv");
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await csv.text()).toContain("ben,ben,Name of ben");
    expect(JSON.parse(await page("/runs/a/export/json")).submissions).toHaveLength(4);
    for (const format of ["canvas", "moodle"]) expect((await get(`/runs/a/export/${format}`)).status).toBe(200);
    const html = await get("/runs/a/export/html");
    const files = Object.keys(unzipSync(new Uint8Array(await html.arrayBuffer())));
    expect(files.toSorted()).toEqual([
      "report.html",
      ...["ada", "ben", "cleo", "dan"].map((id) => `students/${id}.html`),
    ]);
    const unknown = await get("/runs/a/export/junit");
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain("known formats: csv, canvas, moodle, json, html");
  });

  test("a grader fault waits again", async () => {
    const fault = { state: "fault" as const, fault: "no disk", tries: 3 };
    const { attempt } = await one.job(submissions[3], "1");
    await one.store.db.updateTable("attempt").set(fault).where("id", "=", attempt).execute();
    expect(await page("/runs/a")).toContain("Grade 1 grader fault again");
    await where("/runs/a/faults");
    expect((await one.job(submissions[3], "1")).tries).toBe(0);
    expect(await page("/runs/a")).not.toContain("grader fault again");
    await one.store.db.updateTable("attempt").set({ state: "done" }).where("id", "=", attempt).execute();
  });

  test("a regrade is seen, applied as it was seen, and taken back", async () => {
    const before = await one.marks();
    const path = await where("/runs/a/regrades", { only: "counting" });
    expect(await where("/runs/a/regrades", { only: "all" })).toBe(path);
    expect(await page("/runs/a")).toContain(`href="${path}"`);
    await one.settle(submissions[0], "2", { f: 10, g: 9 });
    expect(await page(path)).toContain("1 of 4 are graded.");
    expect((await send(`${path}/apply`, { seen: "" })).status).toBe(422);
    await one.settle(submissions[1], "2", { f: 0, g: 4 });
    await one.settle(submissions[2], "2", { f: 10, g: 10 });
    await one.settle(submissions[3], "2", null);
    const seen = (shown: string): string => /name="seen" value="(\w+)"/.exec(shown)?.[1] ?? "";
    const shown = await page(path);
    expect(shown).toContain("up 1, down 1, same 2 · largest loss 6");
    expect(shown).toContain('<code>g</code></th><td class="number">2</td><td class="number">0</td>');
    expect(shown).toContain("&#60;b&#62;Ada");
    const mild = await page(`${path}?neverLower=1`);
    expect(mild).toContain("up 1, down 0, same 3");
    expect(await one.marks()).toEqual(before);
    // A mark moves after it was seen.
    await one.change((trx) => override(trx, one.act, { run, person: ada.id }, { points: 1, reason: "r" }));
    const refused = await send(`${path}/apply`, { seen: seen(shown) });
    expect(refused.status).toBe(409);
    const anew = await refused.text();
    expect(anew).toContain("A mark has changed since you looked, and nothing was applied.");
    expect(anew).toContain("up 0, down 1, same 3");
    expect(await one.marks()).toContain("ben a: 20");
    expect(await where(`${path}/apply`, { seen: seen(anew) })).toBe(path);
    const after = ["ada a: 1", "ben a: 14", "cleo a: 20"];
    expect(await one.marks()).toEqual(after);
    expect(await page(path)).toContain("up 0, down 1, same 3");
    // Once more, and too late: nothing changes.
    expect(await where(`${path}/apply`, { seen: seen(anew) })).toBe(path);
    await where(`${path}/drop`);
    expect(await one.marks()).toEqual(after);
    const undo = await where(`${path}/undo`);
    const back = await page(undo);
    expect(back).toContain("up 1, down 0, same 3");
    expect(back).toContain(`href="${path}"`);
    await where(`${undo}/apply`, { seen: seen(back) });
    expect(await one.marks()).toEqual(["ada a: 1", "ben a: 20", "cleo a: 20"]);
    expect((await send(`${path}/undo`, {})).status).toBe(422);
    expect((await get("/regrades/none")).status).toBe(404);
    expect((await send("/regrades/none/apply", {})).status).toBe(422);
    expect((await deeds()).slice(-3)).toEqual(["apply", "undo", "apply"]);
  });

  test("people are found, get a role and a section, and are not changed over somebody else's change", async () => {
    const all = await page("/people");
    expect(all).toContain("4 people");
    expect(all).toContain("&#60;b&#62;Ada");
    expect(await page("/people?section=B")).toContain("1 person");
    expect(await page("/people?role=staff")).toContain("Nobody fits.");
    const fields = { seenRole: "learner", seenSection: "B", role: "grader", section: "C" };
    expect((await send("/people/ben", { ...fields, role: "king" })).status).toBe(422);
    expect(await where("/people/ben", fields)).toBe("/people/ben");
    expect(await page("/people/ben")).toContain('<option value="grader" selected>grader</option>');
    expect((await send("/people/ben", fields)).status).toBe(409);
    await where("/people/ben", { ...fields, seenRole: "grader", seenSection: "C", role: "learner", section: "B" });
    expect((await get("/people/nobody")).status).toBe(404);
  });

  test("a roster says what it would change before it does", async () => {
    const file = new File(["login,name,section\nada,Ada L.,A\nfay,Fay F.,A\n"], "class <1>.csv");
    const shown = await (await send("/people/roster", { roster: file, from: "csv" })).text();
    expect(shown).toContain("What class &#60;1&#62;.csv would change");
    expect(shown).toContain("1 new, 1 changed, 0 as before, 3 not on this roster");
    expect(shown).toContain("<bdi>ada (name)</bdi>");
    expect(await page("/people?find=fay")).toContain("Nobody fits.");
    const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(shown)?.[1] ?? "";
    const fields = { file: "class.csv", from: hidden("from"), packed: hidden("packed") };
    expect(await where("/people/roster/import", fields)).toBe("/people");
    expect(await page("/people?find=fay")).toContain("Fay F.");
    expect((await send("/people/roster/import", { ...fields, packed: "x" })).status).toBe(422);
    expect((await send("/people/roster", { roster: new File(["1;2"], "x.csv"), from: "csv" })).status).toBe(422);
    expect((await send("/people/roster", { roster: file, from: "ilias" })).status).toBe(422);
    expect((await send("/people/roster", { from: "csv" })).status).toBe(422);
  });

  test("somebody has all that is known, and is forgotten after it was said what stays", async () => {
    const zip = await get("/people/ben/export");
    expect(zip.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''ben.zip");
    const files = Object.keys(unzipSync(new Uint8Array(await zip.arrayBuffer())));
    expect(files).toContain("person.json");
    expect(files.filter((path) => path.endsWith("/ben.ipynb"))).toHaveLength(1);
    expect(await page("/people/ben/erase")).toContain("To erase, type the login: ben");
    expect((await send("/people/ben/erase", { login: "Ben" })).status).toBe(422);
    expect(await where("/people/ben/erase", { login: "ben" })).toBe("/people");
    expect((await get("/people/ben")).status).toBe(404);
    expect(await one.marks()).toContainEqual(expect.stringMatching(/^erased-\S+ a: 20$/));
  });

  test("who changed what is shown a hundred at a time, by what, by whom and about what", async () => {
    const all = await page("/audit");
    for (const name of ["Ada", "ben", "cleo"]) expect(all).not.toContain(name);
    const retried = await page("/audit?what=retry&by=maria");
    expect(retried.match(/<a data-row /g)).toHaveLength(1);
    expect(retried).toContain(`<code>run:${run.id}</code>`);
    expect((await page(`/audit?about=person%3A${ada.id}`)).match(/<a data-row /g)?.length).toBeGreaterThan(1);
    expect((await page("/audit?about=person%3A")).match(/<a data-row /g)?.length).toBeGreaterThan(5);
    expect(await page("/audit?by=nobody")).toContain("Nothing fits.");
    for (let i = 0; i < 101; i++) await one.learner(`z${i}`);
    const first = await page("/audit?what=enrol");
    expect(first.match(/<a data-row /g)).toHaveLength(100);
    const next = /rel="next" href="([^"]*)"/.exec(first)?.[1].replaceAll("&amp;", "&").replaceAll("&#38;", "&") ?? "";
    expect((await page(next)).match(/<a data-row /g)).toHaveLength(6);
  });
});
