import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { parsePercent } from "../../../../graders/authoring/notebook/parsePercent";
import { pullInGraded } from "../../../../graders/authoring/notebook/pullInGraded";
import { stripSolutions } from "../../../../graders/authoring/notebook/stripSolutions";
import { NotGradable } from "../../../../graders/extract/NotGradable";
import { cell, fixture, migrateText, notebookOf } from "./migrateFixture";

const names = ["smoothing-nbgrader-v3", "counting-nbgrader-v1", "distances-otter-v1", "neuron-course"];
const texts = names.map(fixture);

/** Whatever the input: files that TypeScript and `nablab build` can read, or one line that says why not. */
function migratesOrSaysWhyNot(text: string): void {
  let files: Record<string, string>;
  try {
    files = migrateText(text);
  } catch (error) {
    expect(error).toBeInstanceOf(NotGradable);
    expect((error as Error).message).not.toContain("\n");
    return;
  }
  const cells = parsePercent(files["notebook.ts"]);
  stripSolutions(pullInGraded(files["staff/solution.ts"])(cells));
  for (const [path, source] of Object.entries(files)) {
    if (!path.endsWith(".ts") || /misconceptions|alternatives/.test(path)) continue;
    const { diagnostics } = ts.transpileModule(source, { fileName: path, reportDiagnostics: true });
    expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  }
}

/** Replaces or removes a value somewhere inside a notebook. */
function mutate(text: string, place: number, value: unknown): string {
  const notebook = JSON.parse(text);
  const places: [Record<string, unknown>, string][] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit((node as Record<string, unknown>)[key]);
    }
  };
  visit(notebook);
  const [node, key] = places[place % places.length];
  if (value === undefined) delete node[key];
  else node[key] = value;
  return JSON.stringify(notebook);
}

const source = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ...[
          "def f(a, b=1):",
          "    return a",
          "### BEGIN SOLUTION",
          "### END SOLUTION",
          "x = f(1) # SOLUTION",
          "%%time",
          "*/",
        ],
        ...[
          '"""',
          "# GRADED FUNCTION: f",
          "# BEGIN QUESTION",
          "name: [",
          "# BEGIN TESTS",
          "```",
          "BEGIN QUESTION",
          "\u2028",
          "$$",
        ],
        ...[
          "// %% [graded] f",
          "`${",
          "class ñ(",
          "async def ",
          "def default(*, new, **in_): yield",
          "assert f(",
          "\tif x:",
          "",
        ],
      ),
      { maxLength: 9 },
    )
    .map((lines) => lines.join("\n")),
);

test("a notebook with anything anywhere never breaks it", () => {
  const value = fc.option(fc.oneof(source, fc.jsonValue({ maxDepth: 2 })), { nil: undefined });
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), value, (text, place, value) => {
      migratesOrSaysWhyNot(mutate(text, place, value));
    }),
    { numRuns: 60 },
  );
});

test("a notebook that is cut off anywhere never breaks it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), (text, length) => {
      migratesOrSaysWhyNot(text.slice(0, length % text.length));
    }),
    { numRuns: 40 },
  );
});

test("cells of any text and any role never break it", () => {
  const marks = fc.record({ grade: fc.boolean(), solution: fc.boolean(), task: fc.boolean(), points: fc.double() });
  const cells = fc.array(
    fc
      .tuple(fc.constantFrom("code", "markdown", "raw"), source, fc.option(marks, { nil: undefined }))
      .map(([type, text, metadata]) => cell(type, text, metadata)),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(cells, (list) => migratesOrSaysWhyNot(notebookOf(...list))),
    { numRuns: 100 },
  );
});
