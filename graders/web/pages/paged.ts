import { words } from "../../../src/words/words";
import { pageLength } from "../../gradebook/queries/classPage";
import { type Html, html } from "../../report/html/html";

/** A hundred rows of more, from a place on. */
export interface Paged<T> {
  shown: T[];
  /** Where the next page begins; null on the last one. */
  next: number | null;
}

/** @param from as an address says it; anything that is no place is the beginning */
export function paged<T>(rows: readonly T[], from: string | undefined): Paged<T> {
  const start = /^\d{1,9}$/.test(from ?? "") ? Number(from) : 0;
  const next = start + pageLength;
  return { shown: rows.slice(start, next), next: next < rows.length ? next : null };
}

/** A link to the next page, with what this one was asked for. */
export function nextLink(path: string, query: Readonly<Record<string, string | number | undefined>>): Html {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return html`<p><a rel="next" href="${path}?${new URLSearchParams(given).toString()}">${words.dashboardStaff.next}</a></p>`;
}
