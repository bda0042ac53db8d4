import { beforeAll, describe, expect, test } from "vitest";
import { aboutPerson } from "../../../graders/gradebook/aboutPerson";
import { commentGroup } from "../../../graders/gradebook/commentGroup";
import type { PersonRow } from "../../../graders/gradebook/people";
import { nextToLookAt } from "../../../graders/gradebook/queries/nextToLookAt";
import type { MemberRow } from "../../../graders/gradebook/queries/questionPage";
import { finalReport } from "../../../graders/gradebook/report";
import type { RunRow } from "../../../graders/gradebook/schema";
import { moodle } from "../../../graders/report/formats/moodle";
import { besideLines, commentedCode } from "../../../graders/report/html/commentedCode";
import { studentPage } from "../../../graders/report/html/studentPage";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { memberTable } from "../../../graders/web/pages/memberTable";
import { assignments } from "../../../src/assignments";
import { AClass } from "../gradebook/aClass";
import { onBoth } from "../gradebook/onBoth";

const host = "127.0.0.1:8888";
const code = "function f() {\n  return 1;\n}";

onBoth("Marking", (place) => {
  let one: AClass;
  let run: RunRow;
  let people: Record<string, PersonRow>;
  let submissions: Record<string, string>;
  let app: ReturnType<typeof createApp>;
  let cookie: string;

  /** Two learners with the same mistake in `f`, one with another, one who has it right, and one file that is not gradable. */
  beforeAll(async () => {
    one = new AClass(await place.fresh());
    await one.course();
    run = await one.run("a");
    people = {};
    submissions = {};
    const points = {
      ada: { f: 3, g: 10 },
      ben: { f: 3, g: 10 },
      cleo: { f: 0, g: 10 },
      dan: { f: 10, g: 3 },
      eve: null,
    };
    for (const [i, [login, earned]] of Object.entries(points).entries()) {
      people[login] = await one.learner(login);
      submissions[login] = await one.handIn(run, people[login], earned, { text: `${code}\n// ${i}` });
    }
    const token = new Token("secret");
    app = createApp({
      store: one.store,
      token,
      by: "maria",
      hosts: [host],
      titlesOf: async () => new Map(),
    });
    cookie = `nablab-dashboard=${token.enter("secret")}`;
  }, 60_000);

  const page = async (path: string, status = 200): Promise<string> => {
    const answer = await app.request(`http://${host}${path}`, { headers: { host, cookie } });
    expect(answer.status).toBe(status);
    return answer.text();
  };
  const post = async (path: string, fields: Record<string, string>, status = 303) => {
    const headers = { host, cookie, origin: `http://${host}`, "content-type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams(fields).toString();
    const answer = await app.request(`http://${host}${path}`, { method: "POST", headers, body });
    expect([answer.status, answer.status === status ? "" : await answer.text()]).toEqual([status, ""]);
    return { text: await answer.text(), location: answer.headers.get("location") ?? "" };
  };
  /** The hidden fields of the form that goes there. */
  const hidden = (text: string, action: string): Record<string, string> => {
    const form = text.split("<form").find((part) => part.includes(`action="${action}"`)) ?? "";
    const fields = form.split("</form>")[0].matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g);
    return Object.fromEntries(Array.from(fields, ([, name, value]) => [name, value]));
  };
  const audited = async () =>
    (await one.store.db.selectFrom("audit").selectAll().where("by", "=", "maria").orderBy("id").execute()).length;

  test("shows code with its lines, and a comment below the line it is on", async () => {
    const address = `/submissions/${submissions.ada}`;
    expect(await page(address)).toContain('<a class="at" href="?at=f:2#text">2</a>');
    const chosen = await page(`${address}?at=f:2`);
    expect(chosen.match(/id="commentForm"/g)).toHaveLength(1);
    expect(chosen.indexOf('id="commentForm"')).toBeLessThan(chosen.indexOf("?at=f:3"));
    const text = "why `1`?\r\n<script>";
    const { location } = await post(`${address}/comments`, { place: "f", line: "2", text });
    expect(location).toMatch(new RegExp(`^${address}#comment-`));
    const shown = await page(address);
    const at = shown.indexOf('<div class="said">why <code>1</code>?\n&#60;script&#62;</div>');
    expect(at).toBeGreaterThan(shown.indexOf("?at=f:2"));
    expect(at).toBeLessThan(shown.indexOf("?at=f:3"));
    await post(`${address}/comments`, { place: "f", line: "99", text: "a line that is not shown" });
    await post(`${address}/comments`, { place: "", line: "", text: "on the whole" });
    const all = await page(address);
    for (const text of ["a line that is not shown", "line 99", "on the whole"]) expect(all).toContain(text);
    const about = { assignment: assignments[0], titles: new Map(), versions: { nablab: "0", node: "0" } };
    const report = await finalReport(one.store.db, run, about);
    const [graded] = Array.from(report.submissions()).filter(({ result }) => result.id === "ada");
    const exported = studentPage(graded, report);
    expect(exported).toContain(
      '<div class="comment">why <code>1</code>?\n&#60;script&#62;</div>\n<div class="line"><span class="at">3</span>',
    );
    for (const text of ["on the whole", "a line that is not shown"]) expect(exported).toContain(text);
    expect(exported).not.toContain("maria");
    const [feedback] = [...moodle.files(report)].map(({ chunks }) => [...chunks].join(""));
    const said = "on the whole f, line 2: why `1`? <script> f, line 99: a line that is not shown";
    expect(feedback).toContain(`${said}"\r\n`);
    expect(feedback).not.toContain("maria");
    const known = (await aboutPerson(one.store.db, people.ada)).map(({ content }) => content.toString()).join();
    for (const text of ["on the whole", "why `1`?", '"what": "comment"']) expect(known).toContain(text);
  });

  test.each([
    [{ place: "f", line: "2", text: " " }, "a comment needs a text"],
    [{ place: "f", line: "2", text: "x".repeat(4001) }, "4001 characters; 4000 are possible"],
    [{ place: "f", line: "two", text: "kept" }, "a line is a whole number"],
    [{ place: "", line: "2", text: "kept" }, "choose the function"],
    [{ place: "h", line: "", text: "kept" }, "no verdict on &#34;h&#34;"],
  ])("refuses %o, and keeps what was typed", async (fields, message) => {
    const before = await audited();
    const { text } = await post(`/submissions/${submissions.ada}/comments`, fields, 422);
    expect(text).toContain(message);
    expect(text).toContain(`rows="4">${fields.text}</textarea>`);
    expect(await audited()).toBe(before);
  });

  test("shows two graders who change one comment both texts, and loses neither", async () => {
    const address = `/submissions/${submissions.ben}`;
    const { location } = await post(`${address}/comments`, { place: "f", line: "", text: "first" });
    const action = `/comments/${location.split("#comment-")[1]}`;
    const fields = hidden(await page(address), action);
    await post(action, { ...fields, do: "edit", text: "hers" });
    const { text } = await post(action, { ...fields, do: "edit", text: "his" }, 409);
    expect(text).toContain('<div class="said">hers</div>');
    expect(text).toContain(">his</textarea>");
    expect(await page(address)).toContain('<div class="said">hers</div>');
    await post(action, { ...hidden(text, action), text: "both" });
    expect(await page(address)).toContain('<div class="said">both</div>');
    const seen = hidden(await page(address), action);
    await post(action, { ...seen, do: "remove", text: "both" });
    const gone = await post(action, { ...seen, do: "edit", text: "too late" }, 409);
    expect(gone.text).toContain("The comment was removed.");
    await post(`${address}/comments`, { ...hidden(gone.text, `${address}/comments`), text: "too late" });
    const again = await page(address);
    expect(again).toContain('<div class="said">too late</div>');
    expect(again).not.toContain(">both<");
    const rows = await one.store.db.selectFrom("audit").selectAll().where("by", "=", "maria").execute();
    expect(rows.map(({ what }) => what)).toEqual(expect.arrayContaining(["comment", "editComment", "removeComment"]));
    for (const word of ["hers", "both", "too late"]) expect(JSON.stringify(rows)).not.toContain(word);
  });

  test("gives points beside the grader's, once, with a reason, until they are revoked", async () => {
    const address = `/submissions/${submissions.ada}`;
    const seen = hidden(await page(address), `${address}/override`);
    const given = { ...seen, name: "f", points: "6.5", reason: "nearly" };
    for (const wrong of [{ points: "" }, { points: "six" }, { points: "11" }, { reason: " " }]) {
      const { text } = await post(`${address}/override`, { ...given, ...wrong }, 422);
      expect(text).toContain(`>${wrong.reason ?? "nearly"}</textarea>`);
    }
    await post(`${address}/override`, given);
    expect(await page(address)).toContain("Staff gave 6.5; the grader&#39;s own points: 3");
    const { text } = await post(`${address}/override`, { ...given, points: "8", reason: "better" }, 409);
    for (const both of ["<b>6.5</b> nearly", 'value="8"', ">better</textarea>"]) expect(text).toContain(both);
    expect((await one.marks())[0]).toBe("ada a: 16.5");
    await post(`${address}/override`, { ...hidden(text, `${address}/override`), points: "8", reason: "better" });
    expect((await one.marks())[0]).toBe("ada a: 18");
    const now = hidden(await page(address), `${address}/revoke`);
    await post(`${address}/revoke`, { ...now, version: seen.version }, 409);
    await post(`${address}/revoke`, now);
    const revoked = await page(address);
    expect(revoked).not.toContain("Staff gave");
    expect(revoked).toContain("<td>better</td>");
    expect((await one.marks())[0]).toBe("ada a: 13");
    // The same points as the grader's are a change, too: whoever saw the mark before has not seen them.
    const { version } = hidden(revoked, `${address}/override`);
    await post(`${address}/override`, { version, name: "f", points: "3", reason: "as it is" });
    await post(`${address}/override`, { version, name: "f", points: "4", reason: "unseen" }, 409);
    // What was handed in again counts: points for the first one's functions would go nowhere.
    const again = await one.handIn(
      run,
      people.ada,
      { f: 3, g: 10 },
      { text: code, received: "2026-05-02T10:00:00.000Z" },
    );
    const old = await page(address);
    expect(old).toContain("This hand-in does not count");
    expect(old).toContain(
      `<a href="/submissions/${again}">2026-05-02 10:00</a></th><td class="number">0</td><td>yes</td>`,
    );
    expect(await page(`/submissions/${again}`)).toContain(
      '2026-05-01 10:00</a></th><td class="number">3</td><td></td>',
    );
    const { version: current } = hidden(old, `${address}/override`);
    const refused = await post(`${address}/override`, { version: current, name: "f", points: "4", reason: "r" }, 422);
    expect(refused.text).toContain("another hand-in of this learner counts");
    submissions.ada = again;
  });

  test("offers saved comments on keys, the fitting ones first, and suggests their points", async () => {
    await post("/saved", { text: "anything", place: "", points: "" });
    await post("/saved", { text: "on g", place: "g", points: "" });
    await post("/saved", { text: "half right", place: "f", points: "5" });
    await post("/saved", { text: "half right", place: "f", points: "5" });
    await post("/saved", { text: "of another assignment", place: "h", points: "" });
    const address = `/submissions/${submissions.cleo}`;
    const saved = Array.from(
      (await page(address)).matchAll(/data-key="(\d)"><kbd>\d<\/kbd> <span>([^<]*)/g),
      ([, ...it]) => it,
    );
    expect(saved).toEqual([
      ["1", "half right"],
      ["2", "anything"],
      ["3", "on g"],
    ]);
    const id = /value="([^"]+)" data-key="1"/.exec(await page(address))?.[1] ?? "";
    const { location } = await post(`${address}/comments`, {
      saved: id,
      place: "",
      line: "",
      text: "and this",
      of: "f",
    });
    expect(location).toBe(`${address}?function=f&override=f&points=5&saved=${id}#override`);
    const shown = await page(location.split("#")[0]);
    expect(shown).toContain('<option value="f" selected>');
    expect(shown).toContain('inputmode="decimal" value="5"');
    expect(shown).toContain('rows="2">half right</textarea>');
    for (const text of ["half right", "and this"]) expect(shown).toContain(`<div class="said">${text}</div>`);
    expect((await one.marks())[2]).toBe("cleo a: 10");
    // Made from a comment, with the misconception that was recognised there.
    await post(`/submissions/${submissions.ben}/comments`, { place: "f", line: "", text: "you summed", save: "yes" });
    expect(await page("/saved")).toContain("after the misconception f.summed");
    expect(await page(`/submissions/${submissions.ben}`)).toMatch(/data-key="1"><kbd>1<\/kbd> <span>you summed/);
    const fields = hidden(await page("/saved"), `/saved/${id}`);
    await post(`/saved/${id}`, { ...fields, do: "edit", text: "half", place: "f", points: "4" });
    const { text } = await post(`/saved/${id}`, { ...fields, do: "edit", text: "a half", place: "f", points: "" }, 409);
    for (const both of ['<div class="said">half</div>', ">a half</textarea>"]) expect(text).toContain(both);
    await post(`/saved/${id}`, { ...hidden(text, `/saved/${id}`), do: "remove", text: "" });
    expect(await page("/saved")).not.toContain(">half<");
    // What was said with it stays.
    expect(await page(address)).toContain('<div class="said">half right</div>');
  });

  test("shows one function across learners, and says the same to a group once", async () => {
    const address = "/runs/a/functions/f";
    const shown = await page(address);
    const groups = Array.from(
      shown.matchAll(/<a href="\?group=([^"]*)"[^>]*>([^<]*)<\/a><\/th><td class="number">(\d)/g),
    );
    expect(groups.map(([, key, text, count]) => [decodeURIComponent(key), text, count])).toEqual([
      ["incorrect:f.summed", "incorrect, f.summed", "2"],
      ["incorrect", "incorrect", "1"],
      ["correct", "correct", "1"],
    ]);
    expect(shown.match(/<a data-row /g)).toHaveLength(2);
    expect(shown).toMatch(/data-key="\]" href="\?group=incorrect"/);
    const group = "incorrect:f.summed";
    await post(`${address}/comment`, { group, text: "sum over the axis" });
    const rows = () =>
      one.store.db.selectFrom("comment").selectAll().where("text", "=", "sum over the axis").orderBy("id").execute();
    expect((await rows()).map(({ submission }) => submission).toSorted()).toEqual(
      [submissions.ada, submissions.ben].toSorted(),
    );
    const before = await audited();
    await post(`${address}/comment`, { group, text: "sum over the axis" });
    expect(await audited()).toBe(before);
    expect(await page(`${address}?group=${group}`)).toContain("2 of 2 have it");
    // Who hands in later has not been told.
    submissions.ben = await one.handIn(
      run,
      people.ben,
      { f: 3, g: 10 },
      { text: "x", received: "2026-05-03T10:00:00.000Z" },
    );
    const later = await page(`${address}?group=${group}`);
    expect(later).toContain("1 of 2 have it");
    expect(later).toContain("Give it to the other 1");
    const saved = (await rows())[0].saved ?? "";
    // Two graders at once tell them once.
    const question = { run: run.id, name: "f" };
    const tell = () =>
      one.change((trx) =>
        commentGroup(trx, one.act, question, { status: "incorrect", misconception: "f.summed" }, { saved }),
      );
    expect((await Promise.all([tell(), tell()])).toSorted()).toEqual([0, 1]);
    expect(await rows()).toHaveLength(3);
    expect(await page("/runs/a/functions/none", 404)).toContain("nothing has been graded of a function &#34;none&#34;");
  });

  test("gives a group points, all or none, and leaves what staff gave before", async () => {
    const address = "/runs/a/functions/f";
    const group = "incorrect:f.summed";
    const at = `/submissions/${submissions.ada}`;
    const seen = hidden(await page(`${address}?group=${group}`), `${address}/override`);
    const own = { ...hidden(await page(at), `${at}/override`), name: "f", points: "9", reason: "by hand" };
    await post(`${at}/override`, own);
    const given = { ...seen, points: "5", reason: "the sheet was unclear" };
    const { text } = await post(`${address}/override`, given, 409);
    expect(text).toContain("The group has changed in the meantime");
    expect(text).toContain(">the sheet was unclear</textarea>");
    expect((await one.marks()).slice(0, 2)).toEqual(["ada a: 19", "ben a: 13"]);
    await post(`${address}/override`, { ...hidden(text, `${address}/override`), points: "11", reason: "r" }, 422);
    await post(`${address}/override`, { ...given, ...hidden(text, `${address}/override`) });
    expect((await one.marks()).slice(0, 2)).toEqual(["ada a: 19", "ben a: 15"]);
    const shown = await page(`${address}?group=${group}`);
    expect(shown).toContain("Everybody in the group has points from staff here.");
    expect(shown).toContain("staff gave 5");
  });

  test("goes on to what nobody has said anything about: not gradable, faults, then hand-ins that count", async () => {
    const fay = await one.learner("fay");
    submissions.fay = await one.handIn(run, fay, { f: 10, g: 10 }, { text: "fay" });
    const gil = await one.learner("gil");
    submissions.gil = await one.handIn(run, gil, null, { text: "gil" });
    const { attempt } = await one.job(submissions.gil, "1");
    await one.store.db.deleteFrom("result").where("attempt", "=", attempt).execute();
    await one.store.db.updateTable("attempt").set({ state: "fault", fault: "x" }).where("id", "=", attempt).execute();
    const next = (more: { name?: string; after?: string } = {}) => nextToLookAt(one.store.db, run.id, more);
    const { eve, gil: fault, dan } = submissions;
    const rest = await one.store.db
      .selectFrom("submission")
      .select("id")
      .orderBy("sha256")
      .where("id", "in", [dan, submissions.fay])
      .execute();
    const [first, second] = rest.map(({ id }) => id);
    expect([await next(), await next({ after: eve }), await next({ after: fault })]).toEqual([eve, fault, first]);
    expect([await next({ after: first }), await next({ after: second })]).toEqual([second, eve]);
    // From one on which something was said, too; and for one function, what is not correct there.
    expect([first, second, eve]).toContain(await next({ after: submissions.cleo }));
    expect(await next({ name: "f" })).toBe(null);
    expect(await next({ name: "g" })).toBe(dan);
    const answer = await app.request(`http://${host}/runs/a/next`, { headers: { host, cookie } });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `/submissions/${eve}`]);
    expect(await page(`/submissions/${dan}/next?function=f`)).toContain("There is nothing left to look at");
  });

  test("of a run without names shows and hands out none", async () => {
    await one.run("a", { anonymous: 1 });
    const pages = [
      "/runs/a/functions/f",
      "/runs/a/functions/f?group=correct",
      ...Object.values(submissions).map((id) => `/submissions/${id}`),
    ];
    const texts: string[] = [];
    for (const path of pages) texts.push(await page(path));
    for (const login of Object.keys(people)) {
      for (const text of texts) expect(text).not.toMatch(new RegExp(`Name of|\\b${login}\\b`));
    }
    const file = () => app.request(`http://${host}/submissions/${submissions.dan}/file`, { headers: { host, cookie } });
    expect((await file()).headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''submission.ipynb");
    await one.run("a", { anonymous: 0 });
    const named = await file();
    expect(named.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''dan.ipynb");
    expect(await named.text()).toBe(`${code}\n// 3`);
  });
});

describe("The code of one function", () => {
  test.each([
    ["many lines", `function f() {${"\n  g();".repeat(5000)}\n}`],
    ["one long line", `const f = () => ${"1 + ".repeat(50_000)}1;`],
  ])("is cut when it has %s, and a comment on the rest stays", (_, source) => {
    const excerpt = { name: "f", place: { cell: 2, line: 3 }, source: `\n\n${source}` };
    const said = [5, 4000].map((line) => ({ name: "f", line, text: `at ${line}` }));
    const { text } = commentedCode(excerpt, said);
    expect(text.length).toBeLessThan(200_000);
    expect(text).toContain('<span class="at">5</span><code>');
    expect(text).toContain("The rest of this function is in the file.");
    const shown = [...text.matchAll(/at \d+/g)].map(([one]) => one);
    expect([...shown, ...besideLines(said, excerpt).map((one) => one.text)]).toEqual(["at 5", "at 4000"]);
  });
});

describe("The table of a group", () => {
  test.each([
    [0, ["page=2"]],
    [100, ["page=1", "page=3"]],
    [200, ["page=2"]],
  ])("of 250 leads from the learners after %d to those before and behind", (from, expected) => {
    const members = Array.from({ length: 250 }, (_, i) => ({
      ...{ person: `p${i}`, submission: `s${i}`, attempt: `a${i}`, version: 1, points: 0, maxPoints: 1 },
    }));
    const page = { group: { status: "x", misconception: null }, members, given: 0, saved: [], rows: [] };
    const { text } = memberTable({ run: {} as RunRow, question: "f", key: "x", page, from, open: false });
    const links = Array.from(text.matchAll(/rel="\w+" href="[^"]*(page=\d)#group"/g), ([, number]) => number);
    expect(links).toEqual(expected);
  });

  test.each([
    [900, 100],
    [2600, 73],
    [40_000, 4],
  ])("with functions of %d characters shows %d of a hundred, and stays below 300 kB", (length, expected) => {
    const source = "let aValue = 1;\n".repeat(length / 16);
    const row = (i: number): MemberRow => ({
      ...{ submission: `0199-${i}`, login: `login-${i}`, name: `Name of ${i}`, points: 3, maxPoints: 10, given: null },
      ...{ comments: 0, result: null, code: { name: "f", place: { cell: 1, line: 1 }, source } },
    });
    const page = { group: { status: "x", misconception: null }, members: [], given: 0, saved: [] };
    const rows = Array.from({ length: 100 }, (_, i) => row(i));
    const shown = { question: "f", key: "x", from: 0, open: false, run: { anonymous: 0 } as RunRow };
    const { text } = memberTable({ ...shown, page: { ...page, rows } });
    expect(text.match(/<pre /g)).toHaveLength(expected);
    expect(text.length).toBeLessThan(280_000);
  });
});
