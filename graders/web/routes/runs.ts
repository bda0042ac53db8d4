import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { extend } from "../../gradebook/extension";
import { finalFormats } from "../../gradebook/finalFormats";
import { parseTime } from "../../gradebook/marks/parseTime";
import { personNamed } from "../../gradebook/people";
import { Refusal } from "../../gradebook/Refusal";
import { finalReport } from "../../gradebook/report";
import { retryFaults } from "../../gradebook/retryFaults";
import { runNamed } from "../../gradebook/runs";
import type { RunRow } from "../../gradebook/schema";
import { setRun } from "../../gradebook/setRun";
import type { ReportFile } from "../../report/Report";
import { downloadText, downloadZip } from "../download";
import { formOf, queryOf } from "../formOf";
import { itemsView } from "../pages/itemsView";
import { lateView } from "../pages/lateView";
import { releaseView } from "../pages/releaseView";
import { type Asked, type Route, seeOther } from "../Route";

/** A run's own pages, and what is done with it as a whole. */
export const runs: readonly Route[] = [
  {
    method: "get",
    path: "/runs/:slug/items",
    roles: ["staff"],
    answer: ({ c, store }) => itemsView(store.db, c.req.param("slug") ?? ""),
  },
  {
    method: "get",
    path: "/runs/:slug/late",
    roles: ["staff"],
    answer: (asked) =>
      lateView(asked.store.db, asked.c.req.param("slug") ?? "", queryOf(asked, "from", "extensions", "extend")),
  },
  { method: "post", path: "/runs/:slug/late", roles: ["staff"], answer: extendDeadline },
  {
    method: "get",
    path: "/runs/:slug/release",
    roles: ["staff"],
    answer: ({ c, store }) => releaseView(store.db, c.req.param("slug") ?? ""),
  },
  { method: "post", path: "/runs/:slug/release", roles: ["staff"], answer: release },
  { method: "post", path: "/runs/:slug/faults", roles: ["staff"], answer: gradeFaultsAgain },
  { method: "get", path: "/runs/:slug/export/:format", roles: ["staff"], answer: exportMarks },
];

function runOf({ c, store }: Asked): Promise<RunRow> {
  return runNamed(store.db, c.req.param("slug") ?? "");
}

async function extendDeadline(asked: Asked): Promise<Response> {
  const { store, act } = asked;
  const run = await runOf(asked);
  const field = await formOf(asked);
  const person = await personNamed(store.db, field("login"));
  const due = parseTime(field("due"), (await courseIn(store.db)).zone);
  const reason = field("reason");
  if (reason === "") throw new Refusal(words.dashboardStaff.noReason);
  await store.db.transaction().execute((trx) => extend(trx, act, { run: run.id, person: person.id, due, reason }));
  return seeOther(asked, `/runs/${run.slug}/late`);
}

/** Once: when it was is not changed by another click. */
async function release(asked: Asked): Promise<Response> {
  const { store, act } = asked;
  const run = await runOf(asked);
  const released = run.released ?? act.now();
  await store.db.transaction().execute((trx) => setRun(trx, act, run, { released }, run.seed));
  return seeOther(asked, `/runs/${run.slug}`);
}

async function gradeFaultsAgain(asked: Asked): Promise<Response> {
  const { store, act } = asked;
  const run = await runOf(asked);
  await store.db.transaction().execute((trx) => retryFaults(trx, act, run));
  return seeOther(asked, `/runs/${run.slug}`);
}

async function exportMarks(asked: Asked): Promise<Response> {
  const { c, store, aboutOf } = asked;
  const run = await runOf(asked);
  const name = c.req.param("format") ?? "";
  const format = finalFormats.find((one) => one.name === name);
  if (!format) {
    const known = finalFormats.map((one) => one.name);
    throw new Refusal(words.gradebook.say.unknownFormat(name, known));
  }
  const report = await finalReport(store.db, run, await aboutOf(run.slug));
  // With pages for students, there are several.
  if (format.pageOf) return downloadZip(asked, `${run.slug}-${name}.zip`, wholeFiles(format.files(report)));
  const [{ path, chunks }] = format.files(report);
  const type = path.endsWith(".json") ? "application/json" : "text/csv";
  return downloadText(asked, `${run.slug}-${path}`, chunks, `${type}; charset=utf-8`);
}

function* wholeFiles(files: Iterable<ReportFile>): Generator<{ path: string; content: Uint8Array }> {
  for (const { path, chunks } of files) yield { path, content: Buffer.from([...chunks].join(""), "utf8") };
}
