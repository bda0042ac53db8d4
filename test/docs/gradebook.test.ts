import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createProgram } from "../../graders/cli/runCommandLine";
import { openStore } from "../../graders/gradebook/openStore";
import { readPage } from "./readBlocks";
import { testPage } from "./testPage";

const { clone } = testPage("docs/gradebook.md", 240);

test("the walk-through ends in final marks, a backup, and no trace of who was erased", async () => {
  expect(clone.read("marks/logistic-regression/canvas.csv").split("\r\n").slice(2, -1)).toEqual([
    "Ada Lovelace,,,ada,A,100",
    "Ben Bitdiddle,,,ben,A,60",
    "Cleo Clark,,,cleo,B,42",
    "Eve Evans,,,eve,B,80",
  ]);
  for (const page of ["cleo", "eve"])
    expect(existsSync(join(clone.folder, `marks/logistic-regression/students/${page}.html`))).toBe(true);
  const bytes = (file: string): string => readFileSync(join(clone.folder, file), "latin1");
  expect(bytes("class-2026-12-04.db")).toContain("Lovelace");
  expect(bytes("class.db")).not.toContain("Lovelace");
  const store = await openStore(join(clone.folder, "class.db"));
  const deeds = await store.db.selectFrom("audit").select("what").distinct().orderBy("what").execute();
  expect(deeds.map(({ what }) => what)).toEqual([
    ...["apply", "course", "enrol", "erase", "extend", "override", "regrade", "run"],
  ]);
  await store.close();
});

test("the page lists every command", () => {
  const inner = createProgram().commands.find((one) => one.name() === "gradebook")?.commands ?? [];
  const described = Array.from(readPage("docs/gradebook.md").matchAll(/^\| .*$/gm)).join();
  expect(inner.map((one) => one.name()).filter((name) => !described.includes(`gradebook ${name}`))).toEqual([]);
});
