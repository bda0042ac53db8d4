import type { Context } from "hono";
import type { Act } from "../gradebook/Act";
import type { PersonRow } from "../gradebook/people";
import type { ReportAbout } from "../gradebook/report";
import type { Store } from "../gradebook/Store";
import type { Gradebook } from "../gradebook/schema";
import type { Comparer } from "../gradebook/similar/Comparer";
import type { Grading } from "./Grading";
import type { WaitingLearners } from "./handIn/WaitingLearners";
import type { Live } from "./Live";
import type { Lms } from "./lti/Lms";
import type { TitlesOf } from "./pages/submissionView";

export type Role = Gradebook["person"]["role"];

/** Who has signed in. */
export interface Visitor {
  role: Role;
  /** As the audit names them. */
  by: string;
  /** Who they are on the roster; null for whoever has started the dashboard. */
  person: PersonRow | null;
}

/** A request from somebody who may make it. */
export interface Asked {
  c: Context;
  store: Store;
  /** In whose name something is changed. */
  act: Act;
  visitor: Visitor;
  titlesOf: TitlesOf;
  comparer: Comparer;
  /** Null when no LMS is connected. */
  lms: Lms | null;
  grading: Grading;
  live: Live;
  waiting: WaitingLearners;
  aboutOf: AboutOf;
  /** Of the address under which browsers reach the pages. */
  origin: string;
}

/** What a report on a run says besides results. */
export type AboutOf = (slug: string) => Promise<ReportAbout>;

/** What can be asked for, and by whom: what is in no table is denied to everybody. */
export interface Route {
  method: "get" | "post";
  /** As Hono reads it: `/runs/:slug`. */
  path: string;
  roles: readonly Role[];
  /** @returns a page, or an answer of another kind, such as {@link seeOther} */
  answer(asked: Asked): Response | Promise<string | Response>;
}

/** After a form has changed something: the page that shows it, which may be loaded again without changing it once more. */
export function seeOther({ c }: Asked, path: string): Response {
  return c.redirect(path, 303);
}

/** Nothing that learners do is written down under a name: it could not be erased. */
export function learnerName({ id }: Pick<PersonRow, "id">): string {
  return `person:${id}`;
}
