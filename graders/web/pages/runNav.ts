import { words } from "../../../src/words/words";
import type { RunRow } from "../../gradebook/schema";
import { type Html, html } from "../../report/html/html";
import { navLink } from "./navLink";

const texts = words.dashboardStaff.nav;

/** Leads between the pages of a run. */
export function runNav(
  { slug, title }: Pick<RunRow, "slug" | "title">,
  here: "run" | "items" | "late" | "similar",
): Html {
  const below = (page: string): string => `/runs/${slug}/${page}`;
  const paths = { run: `/runs/${slug}`, items: below("items"), late: below("late"), similar: below("similar") };
  const link = (page: keyof typeof paths): Html => navLink(paths[page], texts[page], page === here);
  return html`<nav class="within" aria-label="${title}">${link("run")}${link("items")}${link("late")}${link("similar")}<a href="/runs/${slug}/next" data-key="n">${words.dashboardMarking.submission.next}</a></nav>`;
}
