import { readFileSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "../../../../graders/authoring/migrate/migrate";
import { root } from "../../../house/files";

const naming = { fileName: "old.ipynb", slug: "migrated-lesson", number: 90 };

/** The files written by migrating a notebook, by path, as text. */
export function migrateText(text: string): Record<string, string> {
  return Object.fromEntries(migrate(text, naming).files.map(({ path, content }) => [path, String(content)]));
}

export function fixture(name: string): string {
  return readFileSync(join(root, "test/fixtures/migrate", `${name}.ipynb`), "utf8");
}

export function migrateFixture(name: string): Record<string, string> {
  return migrateText(fixture(name));
}

interface FixtureCell {
  cell_type: string;
  source: string | string[];
  metadata?: object;
}

/** A cell for {@link notebookOf}; `metadata` is nbgrader's. */
export function cell(cell_type: string, source: string, nbgrader?: object): FixtureCell {
  return { cell_type, source, metadata: nbgrader ? { nbgrader } : {} };
}

export function notebookOf(...cells: FixtureCell[]): string {
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}
