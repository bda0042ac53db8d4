import { type Html, html } from "../../report/html/html";

/** Leads to a page; of the one that is open, it says so. */
export function navLink(path: string, text: string, isHere: boolean): Html {
  return isHere ? html`<a href="${path}" aria-current="page">${text}</a>` : html`<a href="${path}">${text}</a>`;
}
