/** Notebooks damaged at random: whatever the input, the grader stays up and says in one line what it could not do. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { Ajv2020 } from "ajv/dist/2020";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { gradeEntry } from "../../../graders/engine/gradeSubmission";
import { prepareRun } from "../../../graders/engine/prepareRun";
import { NotGradable } from "../../../graders/extract/NotGradable";
import { extract } from "../../../graders/extract/parse/extract";
import { parseSubmission } from "../../../graders/extract/parse/parseSubmission";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";

const folder = mkdtempSync(join(tmpdir(), "nablab-fuzz-"));
afterAll(() => rmSync(folder, { recursive: true }));
const names = assignments[0].functions.map(({ name }) => name);
const samples = join(__dirname, "../../../graders/cli/demo/class");
const script = readFileSync(join(samples, "ben-partly-right.ts"), "utf8");

/** A small notebook with one declaration per cell: random damage hits more of it than of a large one. */
const cells = script
  .split(/\n\n(?=\/\*\*)/)
  .map((source) => ({ cell_type: "code", id: "a", metadata: {}, outputs: [], source }));
const notebook = { cells, metadata: { nablab: { assignment: "logistic-regression" } }, nbformat: 4, nbformat_minor: 5 };

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "{",
    "}",
    "(",
    "`",
    "${",
    "/*",
    "//",
    '"',
    "\\",
    "import ",
    "await ",
    "\u2028",
    "\uFEFF",
    "%%x\n",
    "enum",
    "=>",
  ),
);

/** Each mutation changes the notebook's value, or its text after writing. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), at: fc.nat(), text: anyText }),
  fc.record({ kind: fc.constant("delete" as const), at: fc.nat(), length: fc.nat(200) }),
  fc.record({ kind: fc.constant("code" as const), at: fc.nat(), text: anyText }),
  fc.record({ kind: fc.constant("value" as const), at: fc.nat(), value: fc.jsonValue() }),
  fc.record({ kind: fc.constant("swap" as const), at: fc.nat(), text: fc.constant("") }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

const notebooks = fc.array(mutation, { minLength: 1, maxLength: 4 }).map((mutations) => {
  const value = structuredClone(notebook);
  for (const one of mutations) changeCode(value.cells, one);
  for (const one of mutations) changeValue(value, one);
  return mutations.reduce(changeText, JSON.stringify(value));
});

function changeCode(all: typeof cells, one: Mutation): void {
  const cell = all[one.at % all.length];
  const at = one.at % (cell.source.length + 1);
  if (one.kind === "swap") all.reverse();
  if (one.kind === "code") cell.source = cell.source.slice(0, at) + one.text + cell.source.slice(at);
}

/** Gives one property of the notebook, of its metadata or of a cell another value. */
function changeValue(value: object, one: Mutation): void {
  if (one.kind !== "value") return;
  const inner = Object.values(value).flatMap((item: unknown) => (Array.isArray(item) ? item : [item]));
  const owners = [value, ...inner].filter((item): item is object => typeof item === "object" && item !== null);
  const owner = owners[one.at % owners.length];
  const keys = Object.keys(owner);
  Object.assign(owner, { [keys[one.at % keys.length] ?? "key"]: one.value });
}

function changeText(text: string, one: Mutation): string {
  const at = one.at % (text.length + 1);
  if (one.kind === "insert") return text.slice(0, at) + one.text + text.slice(at);
  return one.kind === "delete" ? text.slice(0, at) + text.slice(at + one.length) : text;
}

test("2,000 damaged notebooks are read, or refused in one line", () => {
  let refused = 0;
  const read = (text: string): void => {
    try {
      const extraction = extract(parseSubmission(Buffer.from(text), ".ipynb").cells, names);
      for (const name of names) if (extraction.has(name)) new Script(extraction.program([name]));
    } catch (error) {
      if (!(error instanceof NotGradable)) throw error;
      expect(error.message).toMatch(/^[^\n\r]{5,400}$/);
      refused += 1;
    }
  };
  fc.assert(fc.property(notebooks, read), { numRuns: 2000, seed: 20260101 });
  // Both ways must be taken often, or the mutations are too coarse or too fine to say anything.
  expect(refused).toBeGreaterThan(400);
  expect(refused).toBeLessThan(1900);
}, 120_000);

test("grading them gives results that keep to the schema, and no grader fault", async () => {
  const run = await prepareRun(ownCourse, assignments[0], {
    hidden: true,
    seed: 1,
    cache: true,
    limits: { seconds: 1, memoryMB: 128 },
  });
  const validate = new Ajv2020().compile(
    JSON.parse(readFileSync(join(__dirname, "../../../graders/engine/results.schema.json"), "utf8")),
  );
  const file = join(folder, "student.ipynb");
  const grade = async (text: string): Promise<void> => {
    writeFileSync(file, text);
    const { result } = await gradeEntry({ id: "student", file }, run);
    expect(result.status, result.error).not.toBe("grader-fault");
    const versions = { nablab: "1", node: "2" };
    validate({ schema: "nablab.results/1", assignment: "a", seed: 1, versions, submissions: [result] });
    expect(validate.errors).toBeNull();
  };
  await fc.assert(fc.asyncProperty(notebooks, grade), { numRuns: 40, seed: 20260102 });
}, 120_000);
