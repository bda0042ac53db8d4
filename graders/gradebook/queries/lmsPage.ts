import type { LmsLink } from "../lms/linkRun";
import type { Db } from "../Store";
import type { Gradebook, RunRow } from "../schema";

/** A mark that was sent, or has to be. */
export interface PassbackLine extends Pick<Gradebook["passback"], "final" | "state" | "answer" | "at" | "next"> {
  login: string;
  name: string;
}

/** A run that is linked in an LMS, with what became of its marks: what needs somebody comes first. */
export interface LinkedRunLine {
  run: RunRow;
  link: LmsLink;
  counts: Record<Gradebook["passback"]["state"], number>;
  lines: PassbackLine[];
}

const order = ["changed", "refused", "due", "sent"] as const;

/** More of one state than anybody looks at on one page. */
const most = 200;

/** The runs that are linked in an LMS, by slug. */
export async function lmsPage(db: Db): Promise<LinkedRunLine[]> {
  const links = await db.selectFrom("lmsLink").selectAll().orderBy("run").execute();
  const runs = await db.selectFrom("run").selectAll().orderBy("slug").execute();
  const found: LinkedRunLine[] = [];
  for (const run of runs) {
    const link = links.find((one) => one.run === run.id);
    if (link) found.push({ run, link, ...(await linesOf(db, run.id)) });
  }
  return found;
}

async function linesOf(db: Db, run: string): Promise<Pick<LinkedRunLine, "counts" | "lines">> {
  const rows = await db
    .selectFrom("passback")
    .innerJoin("person", "person.id", "passback.person")
    .where("passback.run", "=", run)
    .where("person.erased", "is", null)
    .select(["passback.final", "passback.state", "passback.answer", "passback.at", "passback.next"])
    .select(["person.login", "person.name"])
    .orderBy("person.login")
    .execute();
  const of = (state: (typeof order)[number]) => rows.filter((row) => row.state === state);
  const counts = { changed: 0, refused: 0, due: 0, sent: 0 };
  for (const state of order) counts[state] = of(state).length;
  return { counts, lines: order.flatMap((state) => of(state).slice(0, most)) };
}
