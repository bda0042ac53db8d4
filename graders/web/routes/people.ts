import { gunzipSync, gzipSync } from "node:zlib";
import { words } from "../../../src/words/words";
import { aboutPerson } from "../../gradebook/aboutPerson";
import { erase } from "../../gradebook/erase";
import { importRoster, type RosterFormat, rosterFormats, tryRoster } from "../../gradebook/importRoster";
import { type PersonRow, personNamed } from "../../gradebook/people";
import { Refusal } from "../../gradebook/Refusal";
import { setPerson } from "../../gradebook/setPerson";
import type { Roster } from "../../intake/roster/Roster";
import { rosterIn } from "../../intake/roster/readRoster";
import { printable } from "../../text/printable";
import { downloadZip } from "../download";
import { formOf, queryOf } from "../formOf";
import { auditView } from "../pages/auditView";
import { peopleView } from "../pages/peopleView";
import { eraseView, personView } from "../pages/personView";
import { rosterView } from "../pages/rosterView";
import { type Asked, type Role, type Route, seeOther } from "../Route";

const texts = words.dashboardStaff;

/** Who is in the course, and who changed what. */
export const people: readonly Route[] = [
  {
    method: "get",
    path: "/people",
    roles: ["staff"],
    answer: (asked) => peopleView(asked.store.db, queryOf(asked, "find", "role", "section", "after")),
  },
  { method: "post", path: "/people/roster", roles: ["staff"], answer: showRoster },
  { method: "post", path: "/people/roster/import", roles: ["staff"], answer: takeRoster },
  {
    method: "get",
    path: "/people/:login",
    roles: ["staff"],
    answer: async (asked) => personView(asked.store.db, await personOf(asked)),
  },
  { method: "post", path: "/people/:login", roles: ["staff"], answer: change },
  { method: "get", path: "/people/:login/export", roles: ["staff"], answer: exportPerson },
  {
    method: "get",
    path: "/people/:login/erase",
    roles: ["staff"],
    answer: async (asked) => eraseView(asked.store.db, await personOf(asked)),
  },
  { method: "post", path: "/people/:login/erase", roles: ["staff"], answer: forget },
  {
    method: "get",
    path: "/audit",
    roles: ["staff"],
    answer: (asked) => auditView(asked.store.db, queryOf(asked, "what", "by", "about", "before")),
  },
];

function personOf({ c, store }: Asked): Promise<PersonRow> {
  return personNamed(store.db, c.req.param("login") ?? "");
}

/** What a roster would change. The table goes along, so that nothing has to be kept until it is imported. */
async function showRoster(asked: Asked): Promise<string> {
  const { c, store, act } = asked;
  const { roster: file, from: format } = await c.req.parseBody();
  if (!(file instanceof File) || file.name === "") throw new Refusal(texts.noFile);
  const name = printable(file.name);
  const bytes = Buffer.from(await file.arrayBuffer());
  const from = formatNamed(String(format ?? ""));
  const summary = await tryRoster(store.db, act, rosterFrom(bytes, name), from);
  return rosterView(store.db, { file: name, from, packed: gzipSync(bytes).toString("base64") }, summary);
}

async function takeRoster(asked: Asked): Promise<Response> {
  const { store, act } = asked;
  const field = await formOf(asked);
  const roster = rosterFrom(unpacked(field("packed")), field("file"));
  const from = formatNamed(field("from"));
  await store.db.transaction().execute((trx) => importRoster(trx, act, roster, from));
  return seeOther(asked, "/people");
}

/** More than any roster has. */
const mostBytes = 16 * 2 ** 20;

function unpacked(packed: string): Buffer {
  try {
    return gunzipSync(Buffer.from(packed, "base64"), { maxOutputLength: mostBytes });
  } catch {
    throw new Refusal(texts.roster.damaged);
  }
}

function formatNamed(name: string): RosterFormat {
  const found = rosterFormats.find((one) => one === name);
  if (!found) throw new Refusal(words.gradebook.say.unknownFormat(name, rosterFormats));
  return found;
}

/** What is wrong with a table is said in one line. */
function rosterFrom(bytes: Buffer, file: string): Roster {
  try {
    return rosterIn(bytes, file);
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}

async function change(asked: Asked): Promise<Response> {
  const { store, act } = asked;
  const person = await personOf(asked);
  const field = await formOf(asked);
  const settings = (role: string, section: string) => ({
    role: roleNamed(role),
    section: section === "" ? null : section,
  });
  const seen = settings(field("seenRole"), field("seenSection"));
  const wanted = settings(field("role"), field("section"));
  await store.db.transaction().execute((trx) => setPerson(trx, act, person, seen, wanted));
  return seeOther(asked, `/people/${encodeURIComponent(person.login)}`);
}

function roleNamed(name: string): Role {
  if (!Object.hasOwn(texts.people.roles, name)) throw new Refusal(texts.person.unknownRole(name));
  return name as Role;
}

async function exportPerson(asked: Asked): Promise<Response> {
  const person = await personOf(asked);
  return downloadZip(asked, `${person.login}.zip`, await aboutPerson(asked.store.db, person));
}

async function forget(asked: Asked): Promise<Response> {
  const { store, act } = asked;
  const person = await personOf(asked);
  if ((await formOf(asked))("login") !== person.login) throw new Refusal(texts.erase.other(person.login));
  await erase(store, act, person);
  return seeOther(asked, "/people");
}
