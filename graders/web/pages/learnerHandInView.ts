import { words } from "../../../src/words/words";
import type { SubmissionResult } from "../../engine/results";
import { courseIn } from "../../gradebook/course";
import type { LearnerHandIn } from "../../gradebook/learner/learnerHandIn";
import type { LearnerVerdict } from "../../gradebook/learner/learnerVerdict";
import { showTime } from "../../gradebook/marks/parseTime";
import type { Db } from "../../gradebook/Store";
import { type Html, html } from "../../report/html/html";
import { submissionBody } from "../../report/html/submissionBody";
import { handInPath } from "../handIn/answerOf";
import { learnerFrame } from "./frame";
import { ownStatus } from "./meView";
import type { TitlesOf } from "./submissionView";

const texts = words.handIn.handIns;

/** One of a learner's own hand-ins: the verdict, the code that it is about, and once released, what staff say. */
export async function learnerHandInView(db: Db, handIn: LearnerHandIn, titlesOf: TitlesOf): Promise<string> {
  const { zone } = await courseIn(db);
  const { id, slug, title, fileName, received, state, released } = handIn;
  const content = html`<p class="muted"><a href="/me#${slug}">${texts.back}</a> · ${words.dashboard.submission.received(showTime(received, zone))} · <a href="${handInPath(id)}/file"><bdi>${fileName}</bdi></a></p>
${ownStatus(state === "waiting" ? 1 : 0)}
${released || state !== "graded" ? null : html`<p class="muted">${texts.onlyPublic}</p>`}
${state === "fault" ? html`<p>${texts.fault}</p>` : null}
${body(handIn, await titlesOf(slug))}`;
  return learnerFrame({ title, here: "" }, content);
}

function body({ verdict, comments }: LearnerHandIn, titles: ReadonlyMap<string, string>): Html | null {
  if (verdict === null) return null;
  return html`<h2>${words.dashboard.submission.verdict}</h2><div class="card student"><div class="body">${submissionBody({ result: resultOf(verdict), code: verdict.code, comments }, titles)}</div></div>`;
}

/** As pages about results want it. */
function resultOf({ status, error, points, maxPoints, functions }: LearnerVerdict): SubmissionResult {
  const about = { id: "", sha256: null, durationMs: 0, score: points, maxScore: maxPoints };
  return { ...about, status, functions, ...(error === undefined ? {} : { error }) };
}
