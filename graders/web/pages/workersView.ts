import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { showTime } from "../../gradebook/marks/parseTime";
import { pageLength } from "../../gradebook/queries/classPage";
import { type FaultState, type QueueRow, type QueueState, queueState } from "../../gradebook/queries/queueState";
import { type RunUnder, runsUnder } from "../../gradebook/queries/runsUnder";
import type { WorkerState } from "../../gradebook/queue/workers";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { type Html, html } from "../../report/html/html";
import type { Grader, Grading } from "../Grading";
import type { Live, LiveState } from "../Live";
import { frame } from "./frame";
import { liveStatus } from "./liveStatus";
import { learnerLink, table } from "./table";

const texts = words.workers.page;

/** Every state that grading can be in: who grades, what waits for whom and since when, and what went wrong. */
export async function workersView(db: Db, live: Live, grading: Pick<Grading, "installed">): Promise<string> {
  const { zone } = await courseIn(db);
  const status = await liveStatus(live);
  const state = await queueState(db);
  const now = await live.state();
  const runs = await runsUnder(
    db,
    state.workers.flatMap(({ conditions }) => conditions),
  );
  const at = (time: string): string => showTime(time, zone);
  const content = html`${status}
${who(now.grader, state)}
<h2>${texts.workersTitle}</h2>
${workersTable(state.workers, runs, at)}
<h2>${texts.waitingTitle}</h2>
${waitingTable(state.waiting, now, grading, at)}
<h2>${texts.faultsTitle}</h2>
${faultsTable(state.faults)}`;
  return frame({ title: texts.title, runs: await runsInOrder(db), here: "/workers" }, content);
}

function who(grader: Grader, { workers, running }: QueueState): Html {
  const versions = [...new Set(workers.map(({ version }) => version))];
  const jobs = workers.reduce((sum, one) => sum + one.jobs, 0);
  const text =
    grader.kind === "workers"
      ? texts.workers(workers.length, jobs)
      : grader.kind === "stopped"
        ? texts.stopped(grader.message)
        : texts[grader.kind];
  return html`<p>${text}${running === 0 ? null : html` ${texts.running(running)}`}</p>
${versions.length > 1 ? html`<p class="card warning">${texts.versions(versions)}</p>` : null}`;
}

/** As people may read it: `a1b2c3d4`. */
function shortly(conditions: string): string {
  return conditions.slice(0, 8);
}

function workersTable(workers: readonly WorkerState[], runs: readonly RunUnder[], at: (time: string) => string): Html {
  if (workers.length === 0) return html`<p>${texts.nobodyLives}</p>`;
  const columns = [texts.worker, texts.version, { figure: texts.jobs }, { figure: texts.has }];
  return table(
    [...columns, texts.canGrade, texts.started],
    workers.map(({ name, version, jobs, running, conditions, started }) => {
      const own = runs
        .filter((run) => conditions.includes(run.conditions))
        .map((run) => texts.canGradeOne(run.slug, shortly(run.conditions)));
      const can = own.length === 0 ? texts.nothingYet : own.join(", ");
      return html`<tr><th scope="row">${name}</th><td>${version}</td><td class="number">${jobs}</td><td class="number">${running}</td><td>${can}</td><td>${at(started)}</td></tr>`;
    }),
  );
}

function waitingTable(
  rows: readonly QueueRow[],
  { grader, blocked }: LiveState,
  grading: Pick<Grading, "installed">,
  at: (time: string) => string,
): Html {
  if (rows.length === 0) return html`<p>${texts.nothingWaits}</p>`;
  const isBlocked = (row: QueueRow): boolean =>
    blocked.some((one) => one.run === row.run && one.conditions === row.conditions && one.why === row.why);
  const isServed = (row: QueueRow): boolean => (grader.kind === "workers" ? row.workers > 0 : !isBlocked(row));
  const by = (row: QueueRow): string => {
    if (grader.kind === "workers") return texts.graders.workers(row.workers);
    return isServed(row) ? texts.graders[grader.kind] : texts.notInstalled;
  };
  const version = ({ slug, conditions }: QueueRow): string =>
    grading.installed(slug) === conditions ? texts.installed(shortly(conditions)) : shortly(conditions);
  const columns = [texts.run, texts.why, texts.conditions, { figure: texts.waiting }, { figure: texts.begun }];
  const shown = rows.map(
    (row) =>
      html`<tr><th scope="row"><a data-row href="/runs/${row.slug}">${row.slug}</a></th><td>${texts.whys[row.why]}</td><td>${version(row)}</td><td class="number">${row.count}</td><td class="number">${row.begun}</td><td>${at(row.oldest)}</td><td>${by(row)}</td></tr>`,
  );
  // Where none lives, the page has said so already.
  const isHelped = grader.kind !== "workers" || grader.count > 0;
  const help = rows.filter((row) => isHelped && !isServed(row)).map((row) => texts.help[row.why](row.slug));
  return html`${table([...columns, texts.oldest, texts.by], shown)}
<p class="muted">${texts.about}</p>
${[...new Set(help)].map((text) => html`<p class="card warning">${text}</p>`)}`;
}

function faultsTable(faults: readonly FaultState[]): Html {
  if (faults.length === 0) return html`<p>${texts.noFaults}</p>`;
  const columns = [texts.run, texts.learner, { figure: texts.tries }, texts.message];
  const rows = faults
    .slice(0, pageLength)
    .map(
      ({ slug, tries, message, ...learner }) =>
        html`<tr><td><a href="/runs/${slug}">${slug}</a></td><th scope="row">${learnerLink(learner)}</th><td class="number">${tries}</td><td>${message}</td></tr>`,
    );
  return html`<p>${texts.faultsAbout}</p>
${faults.length > pageLength ? html`<p>${texts.first(pageLength, faults.length)}</p>` : null}
${table(columns, rows)}`;
}
