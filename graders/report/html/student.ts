import { words } from "../../../src/words/words";
import type { SubmissionResult } from "../../engine/results";
import { type Html, html } from "./html";

/** A student on a page. Names and ids may be written from right to left, whatever stands around them. */
export function student({ id, name, late, attempt }: SubmissionResult): Html {
  const texts = words.report.student;
  const about: Html[] = [];
  if (name !== undefined && name !== id) about.push(html`<bdi>${id}</bdi>`);
  if (attempt !== undefined && attempt > 1) about.push(html`${texts.attempt(attempt)}`);
  if (late) about.push(html`${texts.late}`);
  const rest = about.map((one, i) => (i === 0 ? one : html`, ${one}`));
  return html`<bdi>${name ?? id}</bdi>${rest.length > 0 ? html` <span class="known">${rest}</span>` : null}`;
}
