import { join } from "node:path";
import { makeFolder } from "../../../../src/kernel/node/places/makeFolder";
import { words } from "../../../../src/words/words";
import { finalReport } from "../../../gradebook/report";
import { runNamed, runsInOrder } from "../../../gradebook/runs";
import type { Db } from "../../../gradebook/Store";
import type { RunRow } from "../../../gradebook/schema";
import type { Format, Report } from "../../../report/Report";
import { writeWhole } from "../../../text/writeWhole";
import { aboutOf } from "../aboutOf";
import { type StoreOptions, withStore } from "../withStore";

const say = words.gradebook.say;

interface ExportOptions extends StoreOptions {
  format: Format[];
  out: string;
  run?: string;
  title?: string;
}

export async function run({ db: where, format, out, run: slug, title }: ExportOptions): Promise<void> {
  await withStore(where, async ({ db }) => {
    const runs = slug === undefined ? await runsInOrder(db) : [await runNamed(db, slug)];
    for (const one of runs) {
      const report = await reportOn(db, one, title);
      for (const each of format) write(join(out, one.slug), each, report);
    }
  });
}

async function reportOn(db: Db, run: RunRow, title: string | undefined): Promise<Report> {
  const report = await finalReport(db, run, await aboutOf(run.slug));
  return title === undefined ? report : { ...report, title };
}

/** Marks are for those who run the command. */
function write(folder: string, format: Format, report: Report): void {
  makeFolder(folder, 0o700);
  const paths = Array.from(format.files(report), ({ path, chunks }) => {
    writeWhole(join(folder, path), chunks, 0o600);
    return path;
  });
  console.log(say.wrote(join(folder, paths[0] ?? "")));
  const left = format.leavesOut?.(report) ?? [];
  if (left.length > 0) console.error(`nablab: ${say.leftOut(format.name, left.length)}`);
}
