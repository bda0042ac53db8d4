import { words } from "../../../src/words/words";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { type Html, html } from "../../report/html/html";
import { frame } from "./frame";
import { type Fields, typedAgain } from "./typedAgain";

const texts = words.dashboardMarking.conflict;

/** What somebody else did, and what was not done because of it. */
export interface Clash {
  /** One sentence that says so. */
  message: string;
  /** As it is now. */
  theirs: Html;
  /** Where the form goes, if it is sent in spite of that. */
  action: string;
  /** What was typed, with the version of what is shown here. */
  mine: Fields;
  send: string;
  /** The page from which the form came. */
  back: { path: string; text: string };
}

/** Both texts on one page: nobody's is overwritten unseen, and nothing that was typed is lost. */
export async function conflictView(db: Db, { message, theirs, action, mine, send, back }: Clash): Promise<string> {
  const content = html`<p class="card warning">${message} ${texts.hint}</p>
<h2>${texts.now}</h2>
<div class="card">${theirs}</div>
<h2>${texts.yours}</h2>
${typedAgain(action, mine, send)}
<p><a href="${back.path}">${back.text}</a></p>`;
  return frame({ title: texts.title, runs: await runsInOrder(db), here: "" }, content);
}
