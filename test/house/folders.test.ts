import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { repositoryFiles, root } from "./files";

/**
 * The calls in a program's text that let Node create parent folders as well. Where the system does not allow creating
 * folders, such as in /proc, that never ends; `makeFolder` does.
 */
function recursiveCalls(text: string): string[] {
  const file = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isMkdir(node.expression.getText(file)) && mayRecurse(node.arguments[1])) {
      found.push(node.getText(file));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isMkdir(called: string): boolean {
  return /(^|\.)mkdir(Sync)?$/.test(called);
}

/** Options that are not an object literal may contain anything. */
function mayRecurse(options: ts.Expression | undefined): boolean {
  if (!options || ts.isNumericLiteral(options)) return false;
  if (!ts.isObjectLiteralExpression(options)) return true;
  return options.properties.some((property) => !property.name || !/^mode$/.test((property.name as ts.Identifier).text));
}

it.each([
  "mkdirSync(folder, { recursive: true })",
  "await fs.promises.mkdir(\n  path,\n  { mode: 0o700, recursive },\n)",
  "fs.mkdir(folder, options, done)",
])("knows %s for what it is", (call) => {
  expect(recursiveCalls(call)).toHaveLength(1);
});

it.each(["mkdirSync(folder)", "fs.mkdirSync(folder, { mode })", "makeFolder(folder, 0o700)"])(
  "lets %s pass",
  (call) => {
    expect(recursiveCalls(call)).toEqual([]);
  },
);

it("makes folders within folders with makeFolder, which always ends", () => {
  const programs = repositoryFiles().filter((file) => /^(src|graders)\/.*\.(ts|js|mjs)$/.test(file));
  expect(programs.length).toBeGreaterThan(400);
  const found = programs.flatMap((file) =>
    recursiveCalls(readFileSync(path.join(root, file), "utf8")).map((call) => `${file}: ${call}`),
  );
  expect(found).toEqual([]);
});
