import { expect, it } from "vitest";
import { readCell } from "../../src/kernel/compiler/readCell";
import { carryOver } from "../../src/lite/carryOver";
import { fingerprint } from "../../src/lite/fingerprint";
import { type NotebookCell, type NotebookFile, sourceOf } from "../../src/lite/NotebookFile";

const declared = (code: string) => readCell(code).declared.map(({ name }) => name);

const starterOf = (name: string) => `function ${name}() {\n  throw new NotImplemented("${name}");\n}`;
const writtenAs = (name: string, value: number) => `function ${name}() {\n  return ${value};\n}`;

const text = (id: string, source: string): NotebookCell => ({ cell_type: "markdown", id, source: [source] });
const code = (id: string, source: string): NotebookCell => {
  const lines = source.split(/(?<=\n)/);
  return { cell_type: "code", id, source: lines, outputs: [{ data: {} }], execution_count: 3, metadata: {} };
};
const graded = (name: string, source = starterOf(name)): NotebookCell => ({
  ...code(`graded-${name}`, source),
  metadata: { nablab: { graded: name } },
});

/** A notebook as a site serves it. */
function served(release: string, ...cells: NotebookCell[]): NotebookFile {
  const fingerprints = Object.fromEntries(cells.map((cell) => [cell.id, fingerprint(sourceOf(cell))]));
  return { cells, metadata: { nablab: { assignment: "optimization", release, cells: fingerprints } } };
}

/** The same after a learner has worked in it: other texts by id, and cells after them. */
function edited(notebook: NotebookFile, texts: Record<string, string>, added: Record<string, NotebookCell[]> = {}) {
  const change = (cell: NotebookCell) =>
    cell.id! in texts ? { ...cell, source: texts[cell.id!] } : structuredClone(cell);
  return { ...notebook, cells: notebook.cells.flatMap((cell) => [change(cell), ...(added[cell.id!] ?? [])]) };
}

const sources = ({ cells }: NotebookFile) => cells.map(sourceOf);

const old = served("1", text("intro", "Old words"), graded("f"), code("use", "f();"), graded("g"), code("end", "g();"));
const fresh = served(
  "2",
  text("intro", "New words"),
  code("more", "1 + 1;"),
  graded("f", `// now with a hint\n${starterOf("f")}`),
  code("use", "f();"),
  graded("g"),
  graded("h"),
  code("end", "g(); h();"),
);

it("puts the functions that were written into the new cells, and leaves the others as they are served now", () => {
  const carried = carryOver(edited(old, { "graded-g": writtenAs("g", 2) }), fresh, declared);
  const [intro, more, f, use, , h, end] = sources(fresh);
  expect(sources(carried.notebook)).toEqual([intro, more, f, use, writtenAs("g", 2), h, end]);
  expect(carried).toMatchObject({ functions: ["g"], changed: [], others: 0 });
  expect(carried.notebook.metadata).toEqual(fresh.metadata);
});

it("says of which functions the starter has changed", () => {
  const carried = carryOver(edited(old, { "graded-f": writtenAs("f", 1) }), fresh, declared);
  expect(carried).toMatchObject({ functions: ["f"], changed: ["f"] });
});

it("keeps what was added or changed besides, without outputs, after the cell that it came after", () => {
  const added = { "graded-f": [code("abc", "const tried = 1;")], end: [text("def", "My notes")] };
  const mine = edited(old, { use: "f(); f();" }, added);
  const { notebook, others } = carryOver(mine, fresh, declared);
  const [intro, more, f, use, g, h, end] = sources(fresh);
  expect(sources(notebook)).toEqual([intro, more, f, "const tried = 1;", use, "f(); f();", g, h, end, "My notes"]);
  expect(others).toBe(3);
  expect(notebook.cells[3]).toMatchObject({ outputs: [], execution_count: null });
  expect(new Set(notebook.cells.map(({ id }) => id)).size).toBe(notebook.cells.length);
});

it("finds a function by its name where its own cell was removed, and the last one where there are several", () => {
  const without = { ...old, cells: old.cells.filter(({ id }) => id !== "graded-f") };
  const added = [code("a", writtenAs("f", 1)), code("b", "const f = () => 2;")];
  const { notebook, functions } = carryOver(edited(without, {}, { intro: added }), fresh, declared);
  const [intro, more, , use, ...rest] = sources(fresh);
  expect(sources(notebook)).toEqual([intro, writtenAs("f", 1), more, "const f = () => 2;", use, ...rest]);
  expect(functions).toEqual(["f"]);
});

it("keeps a cell that holds several functions whole, and no starter after it that would undo them", () => {
  const without = { ...old, cells: old.cells.filter((cell) => !cell.metadata?.nablab?.graded) };
  const both = `${writtenAs("f", 1)}\n${writtenAs("g", 2)}`;
  const { notebook, functions, others } = carryOver(edited(without, {}, { intro: [code("a", both)] }), fresh, declared);
  const [intro, more, , use, , h, end] = sources(fresh);
  expect(sources(notebook)).toEqual([intro, more, both, use, h, end]);
  expect({ functions, others }).toEqual({ functions: ["f", "g"], others: 0 });
});

it("keeps what stands before all cells, and functions that the new release has no more", () => {
  const mine = edited(old, { "graded-g": writtenAs("g", 2) });
  const first = { ...mine, cells: [code("top", "const top = 0;"), ...mine.cells] };
  const { notebook } = carryOver(first, served("2", text("intro", "New words"), graded("f")), declared);
  expect(sources(notebook)).toEqual(["const top = 0;", "New words", starterOf("f"), writtenAs("g", 2)]);
});

it("takes a difference for the learner's where nobody knows what was served", () => {
  const { cells: _, ...metadata } = old.metadata.nablab!;
  const mine = { ...edited(old, { "graded-g": writtenAs("g", 2) }), metadata: { nablab: metadata } };
  const { notebook, functions } = carryOver(mine, fresh, declared);
  expect(functions).toEqual(["f", "g"]);
  expect(sources(notebook)).toContain("Old words");
  expect(sources(notebook)).toContain("New words");
});

it("loses nothing that was written, and changes neither notebook", () => {
  const mine = edited(old, { use: "", intro: " ", "graded-f": writtenAs("f", 1) }, { end: [code("x", "f(); g();")] });
  const before = structuredClone([mine, fresh]);
  const { notebook } = carryOver(mine, fresh, declared);
  expect([mine, fresh]).toEqual(before);
  expect(sources(notebook)).toEqual(expect.arrayContaining([writtenAs("f", 1), "f(); g();"]));
  expect(sources(notebook).filter((source) => source.trim() === "")).toEqual([]);
});

it("fingerprints as FNV-1a's published vectors do", () => {
  const vectors = { "": "cbf29ce484222325", a: "af63dc4c8601ec8c", foobar: "85944171f73967e8" };
  expect(Object.fromEntries(Object.keys(vectors).map((each) => [each, fingerprint(each)]))).toEqual(vectors);
});
