import { type Html, html } from "../../report/html/html";

/** The header of a column; figures stand at the right. */
export type Column = string | { figure: string };

/** A table that scrolls sideways where a page is narrow. */
export function table(columns: readonly Column[], rows: readonly Html[]): Html {
  const header = (column: Column): Html =>
    typeof column === "string"
      ? html`<th scope="col">${column}</th>`
      : html`<th scope="col" class="number">${column.figure}</th>`;
  return html`<div class="card scroll" tabindex="0"><table><thead><tr>${columns.map(header)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** How a learner is named in a row: it leads to them, and `Enter` follows it. */
export function learnerLink({ login, name }: { login: string; name: string }): Html {
  return html`<a data-row href="/learners/${encodeURIComponent(login)}"><bdi>${name || login}</bdi></a> <span class="known"><bdi>${login}</bdi></span>`;
}
