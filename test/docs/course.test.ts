import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../house/files";

interface Topic {
  topic: string;
  notebook: number;
  section: string;
}

const page = readFileSync(path.join(root, "docs/course.md"), "utf8");
const topics: Topic[] = Array.from(
  page.matchAll(/^\| (.+?) \| (\d) \| (.+?) \|$/gm),
  ([, topic, notebook, section]) => ({
    topic,
    notebook: Number(notebook),
    section,
  }),
);

/** The headings of each notebook, by its number. */
const headings = new Map(
  readdirSync(path.join(root, "notebooks"))
    .filter((file) => file.endsWith(".ipynb"))
    .map((file) => [Number.parseInt(file, 10), headingsOf(file)] as const),
);

function headingsOf(file: string): string[] {
  const { cells } = JSON.parse(readFileSync(path.join(root, "notebooks", file), "utf8")) as {
    cells: { cell_type: string; source: string[] }[];
  };
  const texts = cells.filter(({ cell_type }) => cell_type === "markdown").map(({ source }) => source.join(""));
  return texts.flatMap((text) => Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading]) => heading));
}

test("every section that the page names is in the built notebook", () => {
  const missing = topics.filter(({ notebook, section }) => !headings.get(notebook)?.includes(section));
  expect(missing).toEqual([]);
});

test("every notebook has topics, and they stand in the order of the notebooks", () => {
  const numbers = topics.map(({ notebook }) => notebook);
  expect([...new Set(numbers)]).toEqual([...headings.keys()].sort());
  expect(numbers).toEqual(numbers.toSorted());
});

test("every topic is listed once, and as many as the page says", () => {
  expect(new Set(topics.map(({ topic }) => topic)).size).toBe(topics.length);
  const [, promised] = /Their (\d+) topics are taught/.exec(page) ?? [];
  expect(topics).toHaveLength(Number(promised));
});
