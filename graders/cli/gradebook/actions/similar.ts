import { words } from "../../../../src/words/words";
import { type SimilarPage, similarPage } from "../../../gradebook/queries/similarPairs";
import { runNamed } from "../../../gradebook/runs";
import { compareRun } from "../../../gradebook/similar/compareRun";
import { readingOf } from "../../../gradebook/similar/readOwn";
import { openReadersWithin } from "../../../sandbox/host/openReaders";
import type { Cell } from "../../../text/alignColumns";
import { courseInUse } from "../../courseInUse";
import { starterOf } from "../../starterOf";
import type { TableFormat } from "../tableFormats";
import { type StoreOptions, withStore } from "../withStore";
import { showRows } from "./showRows";

const { say } = words.similar;

interface SimilarOptions extends StoreOptions {
  top: number;
  format: TableFormat;
}

export async function run(slug: string, { db: where, top, format }: SimilarOptions): Promise<void> {
  await withStore(where, async ({ db }, act) => {
    const row = await runNamed(db, slug);
    const readers = await openReadersWithin("auto");
    try {
      await compareRun(db, act, row, await readingOf(starterOf(await courseInUse(), slug), readers));
    } finally {
      readers.end();
    }
    show((await similarPage(db, row, top)) as SimilarPage, format);
  });
}

function show(page: SimilarPage, format: TableFormat): void {
  if (format === "json") {
    console.log(JSON.stringify(page, null, 2));
    return;
  }
  const rows = page.pairs.map(({ rank, similarity, left, right, notes }): Cell[] => [
    ...[rank, say.percent(similarity), left.login, left.name, right.login, right.name],
    notes === 0 ? "" : notes,
  ]);
  showRows(Object.values(say.columns), rows, format);
  if (format === "csv") return;
  for (const group of page.groups) console.log(say.group(group.map(({ login }) => login)));
  for (const { login, reason } of page.notCompared) console.log(say.notCompared(login, reason));
  console.log(say.compared(page.compared));
}
