import { words } from "../../../src/words/words";
import type { PersonRow } from "../../gradebook/people";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { type Html, html } from "../../report/html/html";
import { frame } from "./frame";
import { selectField } from "./selectField";

const texts = words.dashboardStaff.person;
const { people, erase } = words.dashboardStaff;

/** One person: role and section, and what the law gives them, to have their data and to be forgotten. */
export async function personView(db: Db, person: PersonRow): Promise<string> {
  const { login, name, email, section } = person;
  const path = `/people/${encodeURIComponent(login)}`;
  const about = [login, section, email].filter((one) => one);
  const content = html`<p class="muted"><bdi>${about.join(" · ")}</bdi></p>
<p><a href="/learners/${encodeURIComponent(login)}">${texts.marks}</a> · <a href="/people">${texts.back}</a></p>
<h2>${texts.settings}</h2>
${settings(path, person)}
<p class="muted">${texts.roleAbout}</p>
<h2>${texts.known}</h2>
<p><a href="${path}/export">${texts.export}</a>. ${texts.exportAbout}</p>
<h2>${texts.forget}</h2>
<p><a href="${path}/erase">${texts.eraseLink}</a></p>`;
  return frame({ title: name || login, runs: await runsInOrder(db), here: "" }, content);
}

function settings(path: string, { role, section }: PersonRow): Html {
  return html`<form class="filter" method="post" action="${path}">
<input type="hidden" name="seenRole" value="${role}"><input type="hidden" name="seenSection" value="${section ?? ""}">
${selectField(people.role, "role", Object.entries(people.roles), role)}
<label>${people.section}<input name="section" value="${section ?? ""}" autocomplete="off"></label>
<button>${texts.save}</button>
</form>`;
}

/** What goes and what stays, before somebody is forgotten. */
export async function eraseView(db: Db, { login, name }: PersonRow): Promise<string> {
  const path = `/people/${encodeURIComponent(login)}`;
  const content = html`<h2>${erase.goesTitle}</h2>
<p>${erase.goes}</p>
<h2>${erase.staysTitle}</h2>
<p>${erase.stays}</p>
<form class="filter" method="post" action="${path}/erase">
<label>${erase.login(login)}<input name="login" required autocomplete="off"></label>
<button>${erase.button}</button> <a href="${path}">${erase.back}</a>
</form>`;
  return frame({ title: erase.title(name || login), runs: await runsInOrder(db), here: "" }, content);
}
