import { words } from "../../../../src/words/words";
import { courseIn } from "../../../gradebook/course";
import { showTime } from "../../../gradebook/marks/parseTime";
import { lateIn } from "../../../gradebook/queries/late";
import { runNamed } from "../../../gradebook/runs";
import type { Cell } from "../../../text/alignColumns";
import type { TableFormat } from "../tableFormats";
import { type StoreOptions, withStore } from "../withStore";
import { showRows } from "./showRows";

const { say } = words.gradebook;
const { columns } = say;

interface LateOptions extends StoreOptions {
  run?: string;
  format: TableFormat;
}

export async function run({ db: where, run: slug, format }: LateOptions): Promise<void> {
  await withStore(where, async ({ db }) => {
    if (slug !== undefined) await runNamed(db, slug);
    const { zone, policy } = await courseIn(db);
    const found = await lateIn(db, slug);
    if (format === "json") return console.log(JSON.stringify(found, null, 2));
    if (found.length === 0 && format === "table") return console.log(say.nobodyLate);
    const rows = found.map((row): Cell[] => [
      ...[row.run, row.login, row.name, showTime(row.deadline, zone), showTime(row.received, zone)],
      ...[say.late(row.late, policy.per), row.freeDays, row.raw, row.penalty, row.final, row.freeDaysLeft],
      row.extended ? say.extendedDeadline : "",
    ]);
    const { run, login, name, deadline, received, late, freeDays, raw, penalty, final, freeDaysLeft, note } = columns;
    const header = [run, login, name, deadline, received, late, freeDays, raw, penalty, final, freeDaysLeft, note];
    showRows(header, rows, format);
  });
}
