import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { showTime } from "../../gradebook/marks/parseTime";
import { personNamed } from "../../gradebook/people";
import { type HandInRow, type LearnerRun, learnerPage } from "../../gradebook/queries/learnerPage";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { formatPoints } from "../../report/formatScore";
import { type Html, html } from "../../report/html/html";
import { frame } from "./frame";
import { handInForm } from "./handInForm";

const texts = words.dashboard.learner;

/** One learner: each run's mark and how it came about, and every hand-in. */
export async function learnerView(db: Db, login: string): Promise<string> {
  const person = await personNamed(db, login);
  const { zone, policy } = await courseIn(db);
  const runs = await learnerPage(db, person);
  const about = [person.login, person.section, person.email].filter((one) => one);
  const content = html`<p class="muted"><bdi>${about.join(" · ")}</bdi></p>
${runs.map((run) => section(run, zone, policy.per))}
${runs.length === 0 ? null : handInForm(person.login, runs, zone)}`;
  return frame({ title: person.name || person.login, runs: await runsInOrder(db), here: "" }, content);
}

function section(run: LearnerRun, zone: string, per: "day" | "hour"): Html {
  const { slug, title, final, maxScore, handIns } = run;
  const mark = final === null ? texts.noMark : texts.mark(formatPoints(final), formatPoints(maxScore));
  return html`<h2><a href="/runs/${slug}">${title}</a>: ${mark}</h2>
<p class="muted">${howOf(run, zone, per).join(" · ")}</p>
${handIns.length === 0 ? html`<p>${words.report.noScore["not-handed-in"]}</p>` : handInTable(handIns, zone)}`;
}

function howOf(run: LearnerRun, zone: string, per: "day" | "hour"): string[] {
  const { deadline, extended, raw, penalty, late, freeDays } = run;
  return [
    deadline === null ? words.dashboard.run.noDeadline : words.dashboard.run.due(showTime(deadline, zone), zone),
    ...(extended ? [words.gradebook.say.extendedDeadline] : []),
    ...(raw === null ? [] : [texts.raw(formatPoints(raw))]),
    ...(late > 0 ? [texts.late(words.gradebook.say.late(late, per), formatPoints(penalty), freeDays)] : []),
  ];
}

function handInTable(rows: LearnerRun["handIns"], zone: string): Html {
  return html`<div class="card scroll" tabindex="0"><table><thead><tr><th scope="col">${texts.received}</th><th scope="col">${texts.file}</th><th scope="col">${texts.score}</th><th scope="col">${texts.counts}</th></tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row"><a data-row href="/submissions/${row.submission}">${showTime(row.received, zone)}</a>${row.latest === row.received ? null : html`<br>${texts.again(showTime(row.latest, zone))}`}</th><td><bdi>${row.fileName}</bdi></td><td>${outcomeOf(row)}</td><td>${row.counts ? texts.yes : ""}</td></tr>`,
  )}</tbody></table></div>`;
}

/** A score, or why there is none. */
export function outcomeOf({
  state,
  fault,
  score,
  error,
}: Pick<HandInRow, "state" | "fault" | "score" | "error">): string {
  if (score !== null) return formatPoints(score);
  if (state === "waiting") return words.gradebook.grading.waits;
  const { kinds } = words.dashboard.run;
  return state === "fault"
    ? texts.because(kinds.fault, fault ?? "")
    : texts.because(kinds["not-gradable"], error ?? "");
}
