import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";
import type { Cell } from "../../../../graders/authoring/notebook/Cell";
import { nameCells } from "../../../../graders/authoring/notebook/nameCells";
import { parsePercent } from "../../../../graders/authoring/notebook/parsePercent";
import { pullInGraded } from "../../../../graders/authoring/notebook/pullInGraded";
import { stripSolutions } from "../../../../graders/authoring/notebook/stripSolutions";
import { root } from "../../../house/files";
import { fixture, migrateFixture } from "./migrateFixture";

const names = ["smoothing-nbgrader-v3", "counting-nbgrader-v1", "distances-otter-v1", "neuron-course"];
const folder = mkdtempSync(join(tmpdir(), "nablab-migrate-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What learners would get. */
function starterCells(files: Record<string, string>): Cell[] {
  const pulled = pullInGraded(files["staff/solution.ts"])(parsePercent(files["notebook.ts"]));
  return nameCells(stripSolutions(pulled));
}

describe.each(names)("%s", (name) => {
  const files = migrateFixture(name);

  test("becomes what it was when the golden files were looked at", async () => {
    for (const path of ["MIGRATION.md", "assignment.ts", "checks.ts", "notebook.ts", "staff/solution.ts"]) {
      await expect(files[path]).toMatchFileSnapshot(join(root, "test/fixtures/migrate/expected", name, `${path}.txt`));
    }
  });

  test("becomes a notebook that `nablab build` builds, with ids of its own for every cell", () => {
    const ids = starterCells(files).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("keeps its markdown word for word", () => {
    const { cells } = JSON.parse(fixture(name)) as { cells: { cell_type: string; source: string[] }[] };
    const kept = starterCells(files).filter(({ type }) => type === "markdown");
    const old = cells
      .filter(({ cell_type }) => cell_type === "markdown")
      .map(({ source }) => source.join("").trimEnd().replaceAll("  \n", "\\\n"));
    const changed = old.filter((source) => !kept.some((cell) => cell.source === source));
    // Answers, settings of otter-grader and a mark scheme are not for learners.
    const notForLearners = /^(The best window|```otter|Without it|## A signal of your own)/;
    expect(changed.filter((source) => !notForLearners.test(source))).toEqual([]);
  });
});

test("no line of a solution, a hidden test or an answer reaches learners", () => {
  const secrets = [
    ["smoothing-nbgrader-v3", /np\.ones|convolve|accumulate|best_window = |== 44|The best window has|with a trend/],
    ["counting-nbgrader-v1", /counts\b/],
    ["distances-otter-v1", /linalg|subtract|np\.sum|= euclidean_distance|isclose|triangle inequality|both ways/],
    ["neuron-course", /np\.dot|np\.maximum|A1 =/],
  ] as const;
  for (const [name, secret] of secrets) {
    const files = migrateFixture(name);
    const learners = starterCells(files).map(({ source }) => source);
    expect([...learners, files["checks.ts"]].filter((text) => secret.test(text))).toEqual([]);
    expect(Object.values(files).some((text) => secret.test(text))).toBe(true);
  }
});

test("what is generated type-checks in the place that it is meant for", () => {
  const sources = new Map<string, string>();
  for (const [i, name] of names.entries()) {
    for (const [path, text] of Object.entries(migrateFixture(name))) {
      sources.set(join(root, `src/assignments/${90 + i}-${name}`, path), text);
    }
  }
  const roots = [...sources.keys()].filter((path) => path.endsWith(".ts") && !path.endsWith("notebook.ts"));
  const options = ts.convertCompilerOptionsFromJson(
    {
      target: "es2022",
      lib: ["es2023"],
      module: "commonjs",
      strict: true,
      esModuleInterop: true,
      resolveJsonModule: true,
      types: ["node"],
    },
    root,
  ).options;
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => sources.get(path) ?? readFile(path);
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.directoryExists = undefined;
  host.getSourceFile = (path, version, ...rest) => {
    const text = sources.get(path);
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram(roots, { ...options, noEmit: true, skipLibCheck: true }, host);
  const problems = roots.flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  });
  expect(problems.map(({ file, messageText }) => `${file?.fileName}: ${JSON.stringify(messageText)}`)).toEqual([]);
});

test("what is generated is formatted as biome does it", () => {
  for (const name of names) {
    for (const [path, text] of Object.entries(migrateFixture(name))) {
      if (!path.endsWith(".ts")) continue;
      mkdirSync(dirname(join(folder, name, path)), { recursive: true });
      writeFileSync(join(folder, name, path), text);
    }
  }
  const settings = { formatter: { indentStyle: "space", indentWidth: 2, lineWidth: 120 } };
  writeFileSync(join(folder, "biome.json"), JSON.stringify(settings));
  const { status, stdout } = spawnSync(join(root, "node_modules/.bin/biome"), ["format", ...names], {
    cwd: folder,
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining("Checked") });
});

test("pictures that were pasted into a cell become files", () => {
  expect(migrateFixture("smoothing-nbgrader-v3")["images/cell-1-window.png"]).toContain("PNG");
});
