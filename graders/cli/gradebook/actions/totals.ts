import { words } from "../../../../src/words/words";
import { courseIn } from "../../../gradebook/course";
import { showTime } from "../../../gradebook/marks/parseTime";
import { marksIn, totals } from "../../../gradebook/queries/totals";
import { runNamed, runsInOrder } from "../../../gradebook/runs";
import type { Db } from "../../../gradebook/Store";
import type { Cell } from "../../../text/alignColumns";
import type { TableFormat } from "../tableFormats";
import { type StoreOptions, withStore } from "../withStore";
import { showRows } from "./showRows";

const { say } = words.gradebook;
const { columns } = say;

interface TotalsOptions extends StoreOptions {
  run?: string;
  format: TableFormat;
}

export async function run({ db, run: slug, format }: TotalsOptions): Promise<void> {
  await withStore(db, (store) => (slug === undefined ? all(store.db, format) : one(store.db, slug, format)));
}

async function all(db: Db, format: TableFormat): Promise<void> {
  const found = await totals(db, await runsInOrder(db));
  if (format === "json") {
    console.log(JSON.stringify(found, null, 2));
    return;
  }
  const header = [columns.login, columns.name, columns.section, ...found.runs.map(({ slug }) => slug), columns.total];
  const rows = found.learners.map(({ login, name, section, finals, total }): Cell[] => [
    ...[login, name, section ?? ""],
    ...finals,
    total,
  ]);
  showRows(header, rows, format);
}

async function one(db: Db, slug: string, format: TableFormat): Promise<void> {
  const { zone, policy } = await courseIn(db);
  const marks = await marksIn(db, await runNamed(db, slug));
  if (format === "json") {
    console.log(JSON.stringify(marks, null, 2));
    return;
  }
  const { login, name, section, received, late, raw, penalty, final, note } = columns;
  const rows = marks.map((row): Cell[] => [
    ...[row.login, row.name, row.section ?? "", row.received === null ? null : showTime(row.received, zone)],
    ...[say.late(row.late, policy.per), row.raw, row.penalty, row.final, row.override === null ? "" : say.given],
  ]);
  showRows([login, name, section, received, late, raw, penalty, final, note], rows, format);
}
