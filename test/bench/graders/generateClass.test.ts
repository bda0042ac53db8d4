import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { extract } from "../../../graders/extract/parse/extract";
import { parseSubmission } from "../../../graders/extract/parse/parseSubmission";
import { assignments } from "../../../src/assignments";
import { edits } from "./edits";
import { generateClass, solvedBodies } from "./generateClass";

const folder = mkdtempSync(join(tmpdir(), "nablab-generated-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(Object.keys(edits))("A generated class of %s", (slug) => {
  const assignment = assignments.find((each) => each.slug === slug);
  if (!assignment) throw new Error(`there are edits for ${slug}, which is no assignment`);

  test("makes its mistakes in text that the solution has", () => {
    const bodies = solvedBodies(assignment);
    for (const { function: name, from } of edits[slug]) expect(bodies.get(name)).toContain(from);
  });

  test("has no function that is the same in two submissions", async () => {
    await generateClass(folder, assignment, 6);
    const names = assignment.functions.map(({ name }) => name);
    const programs = readdirSync(folder).flatMap((file) => {
      const extraction = extract(parseSubmission(readFileSync(join(folder, file)), ".ipynb").cells, names);
      return names.map((name) => extraction.program([name]));
    });
    expect(new Set(programs).size).toBe(6 * names.length);
  });

  test("is the same whenever it is made", async () => {
    const make = async () => {
      await generateClass(folder, assignment, 2, { unfinished: 0.5, broken: 0.5 });
      return readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    };
    expect(await make()).toEqual(await make());
  });
});
