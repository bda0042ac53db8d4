import { words } from "../../../src/words/words";
import { rosterFormats } from "../../gradebook/importRoster";
import { sectionsIn } from "../../gradebook/queries/classPage";
import { type PeopleFilter, type PeoplePage, peoplePage } from "../../gradebook/queries/peoplePage";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { type Html, html } from "../../report/html/html";
import { frame } from "./frame";
import { nextLink } from "./paged";
import { selectField } from "./selectField";
import { table } from "./table";

const texts = words.dashboardStaff.people;

/** Who is in the course, a hundred at a time, and where rosters come in. */
export async function peopleView(db: Db, filter: PeopleFilter): Promise<string> {
  const { rows, count, next } = await peoplePage(db, filter);
  const content = html`${filterForm(filter, await sectionsIn(db))}
<p class="muted">${texts.count(count)}</p>
${rows.length === 0 ? html`<p>${texts.nobody}</p>` : peopleTable(rows)}
${next === null ? null : nextLink("/people", { ...filter, after: next })}
<h2>${texts.importTitle}</h2>
<p class="muted">${texts.importAbout}</p>
<form class="filter" method="post" action="/people/roster" enctype="multipart/form-data">
<label>${texts.roster}<input type="file" name="roster" required></label>
${selectField(
  texts.from,
  "from",
  rosterFormats.map((name) => [name, texts.platforms[name]]),
  "csv",
)}
<button>${texts.preview}</button>
</form>`;
  return frame({ title: texts.title, runs: await runsInOrder(db), here: "/people" }, content);
}

function filterForm({ find = "", role = "", section = "" }: PeopleFilter, sections: readonly string[]): Html {
  return html`<form class="filter" method="get" action="/people" role="search">
<label>${texts.find}<input type="search" name="find" value="${find}"></label>
${selectField(texts.role, "role", [["", texts.anyRole], ...Object.entries(texts.roles)], role)}
${selectField(texts.section, "section", [["", texts.anySection], ...sections.map((one) => [one, one] as const)], section)}
<button>${texts.show}</button>
</form>`;
}

function peopleTable(rows: PeoplePage["rows"]): Html {
  return table(
    [texts.person, texts.login, texts.email, texts.section, texts.role],
    rows.map(
      ({ login, name, email, section, role }) =>
        html`<tr><th scope="row"><a data-row href="/people/${encodeURIComponent(login)}"><bdi>${name || login}</bdi></a></th><td><bdi>${login}</bdi></td><td><bdi>${email ?? ""}</bdi></td><td>${section ?? ""}</td><td>${texts.roles[role]}</td></tr>`,
    ),
  );
}
