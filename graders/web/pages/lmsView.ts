import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { showTime } from "../../gradebook/marks/parseTime";
import { type LinkedRunLine, lmsPage, type PassbackLine } from "../../gradebook/queries/lmsPage";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { formatPoints } from "../../report/formatScore";
import { type Html, html } from "../../report/html/html";
import { scopes } from "../lti/Launch";
import { isWithoutColumn, type Lms } from "../lti/Lms";
import { frame } from "./frame";

const texts = words.lms.page;

/** Each mark that was sent to an LMS, or refused there, and why; what staff took over from there. */
export async function lmsView(db: Db, lms: Lms | null, message: string | null): Promise<string> {
  const { zone } = await courseIn(db);
  const linked = await lmsPage(db);
  const content = html`${message === null ? null : html`<p class="card live" role="status">${message}</p>`}
${lms === null ? html`<p>${words.lms.notConfigured}</p>` : addresses(lms)}
${lms !== null && linked.length === 0 ? html`<p>${texts.none}</p>` : null}
${linked.map((one) => section(one, zone, lms !== null))}`;
  return frame({ title: texts.title, runs: await runsInOrder(db), here: "/lms" }, content);
}

/** What whoever sets up the LMS has to type in there. */
function addresses({ tool }: Lms): Html {
  const at = (path: string): string => new URL(path, tool.address()).href;
  const rows = [
    [texts.names.login, at("/lti/login")],
    [texts.names.launch, at("/lti/launch")],
    [texts.names.jwks, at("/lti/jwks")],
  ];
  return html`<details><summary>${texts.tool}</summary><dl>${rows.map(
    ([name, address]) => html`<dt>${name}</dt><dd><code>${address}</code></dd>`,
  )}</dl></details>`;
}

function section({ run, link, counts, lines }: LinkedRunLine, zone: string, isConnected: boolean): Html {
  const warnings = [
    ...(run.released === null ? [texts.notReleased] : []),
    ...(link.scores !== null ? [] : [isWithoutColumn(link) ? texts.noColumn : texts.noScores]),
    ...((JSON.parse(link.scopes) as string[]).includes(scopes.result) ? [] : [texts.unchecked]),
  ];
  const button = (action: string, text: string): Html =>
    html`<form method="post" action="/lms/${run.slug}/${action}"><button>${text}</button></form>`;
  return html`<h2><a href="/runs/${run.slug}">${run.title}</a></h2>
<p class="muted">${texts.linked(link.platform, showTime(link.at, zone))} · ${texts.counts(counts)}</p>
${warnings.map((warning) => html`<p class="card warning">${warning}</p>`)}
${isConnected ? html`<div class="buttons">${button("roster", texts.roster)}${counts.sent === lines.length ? null : button("send", texts.sendAll)}</div>` : null}
${lines.length === 0 ? null : table(lines, run.slug, zone, isConnected)}`;
}

function table(lines: readonly PassbackLine[], slug: string, zone: string, isConnected: boolean): Html {
  return html`<p>${texts.overwrite}</p><div class="card scroll" tabindex="0"><table><thead><tr><th scope="col">${texts.learner}</th><th scope="col" class="number">${texts.mark}</th><th scope="col">${texts.state}</th><th scope="col">${texts.answer}</th><th scope="col">${texts.at}</th><th scope="col">${texts.again}</th></tr></thead><tbody>${lines.map(
    ({ login, name, final, state, answer, at, next }) =>
      html`<tr><th scope="row"><a data-row href="/learners/${encodeURIComponent(login)}"><bdi>${name || login}</bdi></a> <span class="known"><bdi>${login}</bdi></span></th><td class="number">${final === null ? "–" : formatPoints(final)}</td><td>${texts.states[state]}</td><td>${answer ?? ""}${state === "due" && answer !== null && next !== null ? html` · ${texts.next(showTime(next, zone))}` : null}</td><td>${showTime(at, zone)}</td><td>${isConnected ? again(slug, login) : null}</td></tr>\n`,
  )}</tbody></table></div>`;
}

function again(slug: string, login: string): Html {
  return html`<form method="post" action="/lms/${slug}/send"><input type="hidden" name="login" value="${login}"><button aria-label="${texts.again}: ${login}">${texts.again}</button></form>`;
}
