import { words } from "../../../src/words/words";
import { writeDown } from "../../gradebook/audit";
import { courseIn } from "../../gradebook/course";
import { recordProblem } from "../../gradebook/grading/recordProblem";
import { takeHandIn } from "../../gradebook/handIn";
import { parseTime, showTime } from "../../gradebook/marks/parseTime";
import { personNamed } from "../../gradebook/people";
import { Refusal } from "../../gradebook/Refusal";
import { runNamed } from "../../gradebook/runs";
import { safeName } from "../handIn/safeName";
import { type Asked, type Route, seeOther } from "../Route";

const say = words.dashboardLive.handIn;

/** Staff hand in for a learner. */
export const handIns: readonly Route[] = [
  { method: "post", path: "/learners/:login/hand-ins", roles: ["staff"], answer: handInFor },
];

async function handInFor(asked: Asked): Promise<Response> {
  const { c, store, act, grading } = asked;
  const received = act.now();
  const person = await personNamed(store.db, c.req.param("login") ?? "");
  const form = await c.req.parseBody();
  const run = await runNamed(store.db, String(form.run ?? ""));
  const { zone } = await courseIn(store.db);
  const { file } = form;
  if (!(file instanceof File) || file.name === "") throw new Refusal(say.noFile);
  const said = String(form.received ?? "").trim();
  const given = Buffer.from(await file.arrayBuffer());
  const name = safeName(file.name);
  if (name === null) throw new Refusal(say.noFile);
  const { bytes, fileName, problem } = await grading.take(run, name, given);
  const conditions = await grading.conditionsFor(run);
  const handedIn = {
    ...{ run, person: person.id, bytes, fileName, source: "upload" },
    received: said === "" ? received : parseTime(said, zone),
  };
  const taken = await store.db.transaction().execute(async (trx) => {
    const found = await takeHandIn(trx, act, grading.queue, handedIn, conditions);
    if (found.kind === "closed" || found.kind === "early") return found;
    if (found.kind === "waiting" && problem !== undefined)
      await recordProblem(trx, act, run, found.submission, problem, grading.worker);
    const about = { run: run.id, submission: found.submission, received: handedIn.received };
    await writeDown(trx, act, { what: "hand-in", about: `person:${person.id}`, after: about });
    return found;
  });
  if (taken.kind === "closed" || taken.kind === "early")
    throw new Refusal(say[taken.kind](run.slug, showTime(handedIn.received, zone)));
  return seeOther(asked, `/learners/${encodeURIComponent(person.login)}`);
}
