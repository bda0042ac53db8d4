import { expect, test } from "vitest";
import { codeComment, comment, documentation } from "../../../../graders/authoring/migrate/write/comment";
import { cell, migrateText, notebookOf } from "./migrateFixture";

test("a line that looks like a cell's marker is none in a comment", () => {
  expect(comment("a\n%% b\n\n  %%c")).toBe("// a\n//%% b\n//\n//   %%c");
});

test("no text can end its comment", () => {
  expect(comment("a\u2028throw 1\u2029b")).toBe("// a throw 1 b");
  expect(documentation("*/ throw 1; /*\u2028")).toBe("/**\n * *\\/ throw 1; /*\n */");
});

test("what Python's parser takes for the name of a parameter cannot end its comment either", () => {
  const source = "async def \n\u2028\n\u2028\nx = f(1) # SOLUTION";
  const files = migrateText(notebookOf(cell("code", source, { grade: false, solution: true, task: false, points: 0 })));
  expect(files["staff/solution.ts"]).toContain("// TODO: the default of   is f(1).\n");
});

test("a comment of code has no blanks at the ends of lines, nor empty lines around it", () => {
  expect(codeComment("\n\na  \n   \n  b\t\n\n")).toBe("// a\n//\n//   b");
});
