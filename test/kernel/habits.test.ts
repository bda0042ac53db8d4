import path from "node:path";
import { expect, test } from "vitest";
import { CellCompiler } from "../../src/kernel/compiler/CellCompiler";
import { diskFiles } from "../../src/kernel/node/compiler/diskFiles";
import { given, habits } from "../fixtures/habits";

const directory = path.resolve(__dirname, "../fixtures/kernel");
const compiler = new CellCompiler(directory, diskFiles(directory));
const setUp = compiler.compile(`import { np, NDArray } from "nablab";${given}`);
if (setUp.ok) compiler.commit(setUp.cell);

function messagesAbout(code: string): string[] {
  const compilation = compiler.compile(code);
  return compilation.ok ? [] : compilation.diagnostics.map(({ message }) => message);
}

test.each(habits)("$code is refused before it runs, and the message says what to write", ({ code, cell }) => {
  const messages = messagesAbout(code);
  expect(messages).not.toEqual([]);
  expect(messages.join("\n")).toContain(cell ?? "'");
  expect(messages.join("\n")).not.toMatch(cell === null ? /^$/ : /bigint|not assignable|overload/);
});

test("an expression has one message, however many errors the compiler finds in it", () => {
  expect(messagesAbout("(A - B).T.sum() + A / (B * 2)")).toHaveLength(1);
});

test.each([
  "-np.sum(A) / 2",
  '"A: " + A',
  "String(A)",
  "A === B",
  "list[0] - list.length",
  "A.shape[0] * 2",
  "Math.max(...list)",
  "A.at(0, 0) > 1",
  "(1, A)",
  "((z: number | NDArray) => (typeof z === 'number' ? -z : z))(1)",
])("%s is left alone", (code) => {
  expect(messagesAbout(code).filter((message) => !/comma operator/.test(message))).toEqual([]);
});

test("errors that no habit explains keep TypeScript's words", () => {
  expect(messagesAbout('const y: string = 5; list * 2; half("4");')).toEqual([
    "Type 'number' is not assignable to type 'string'.",
    "The left-hand side of an arithmetic operation must be of type 'any', 'number', 'bigint' or an enum type.",
    "Cannot find name 'half'.",
  ]);
});
