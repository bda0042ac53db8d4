import { words } from "../../../src/words/words";
import type { RunRow } from "../../gradebook/schema";
import { type Html, html } from "../../report/html/html";
import { hasLms } from "../hasLms";
import { navLink } from "./navLink";

const texts = words.dashboard;

/** What every page has around its own content. */
export interface Frame {
  title: string;
  /** The course's runs, which every page leads to. */
  runs: readonly Pick<RunRow, "slug" | "title">[];
  /** The path of this page. */
  here: string;
}

/** A page of staff: it loads its style sheet and one small script, and works without the script. */
export function frame({ title, runs, here }: Frame, content: Html): string {
  const link = (path: string, text: string): Html => navLink(path, text, path === here);
  const links = html`${link("/", texts.frame.class)}${link("/people", words.dashboardStaff.nav.people)}${link("/audit", words.dashboardStaff.nav.audit)}${link("/workers", words.workers.page.nav)}${hasLms() ? link("/lms", words.lms.page.nav) : null}${runs.map(
    (run) => link(`/runs/${run.slug}`, run.title),
  )}<label hidden><input type="checkbox" id="keys"> ${texts.frame.keys}</label>`;
  return pageAround(title, links, content, keyList());
}

/** A page of a learner's. */
export function learnerFrame({ title, here }: Omit<Frame, "runs">, content: Html): string {
  return pageAround(title, navLink("/me", words.handIn.nav, here === "/me"), content, null);
}

function pageAround(title: string, links: Html, content: Html, dialog: Html | null): string {
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
<script src="/keys.js" defer></script>
</head>
<body>
<nav aria-label="${texts.frame.navigation}">${links}<form method="post" action="/sign-out"><button>${words.signIn.signOut}</button></form></nav>
<main>
<h1>${title}</h1>
${content}
</main>
${dialog}
</body>
</html>
`.text;
}

/** What the script shows at `?`, with the keys of the page that is open. */
function keyList(): Html {
  const rows = Object.entries(texts.keyNames).map(
    ([key, does]) => html`<tr><th scope="row"><kbd>${key}</kbd></th><td>${does}</td></tr>`,
  );
  return html`<dialog id="keyList" aria-labelledby="keyTitle"><h2 id="keyTitle">${texts.frame.keyTitle}</h2><table><tbody>${rows}</tbody></table><form method="dialog"><button>${texts.frame.close}</button></form></dialog>`;
}
