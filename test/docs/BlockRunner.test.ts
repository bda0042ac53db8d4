import { afterAll, describe, expect, it } from "vitest";
import { BlockRunner } from "./BlockRunner";
import { FreshClone } from "./FreshClone";
import { matchOutput } from "./matchOutput";
import { type Block, readBlocks, readPage } from "./readBlocks";

const clone = new FreshClone();
const runner = new BlockRunner(clone);
afterAll(async () => {
  await runner.stop();
  clone.remove();
});

/** A block as a page would hold it, from its fence's words. */
function block(info: string, text: string): Block {
  const [language, ...rest] = info.split(" ");
  const [file, from] = ["file=", "from="].map((name) => rest.find((word) => word.startsWith(name))?.slice(5));
  const settings = { ...(file === undefined ? {} : { file }), ...(from === undefined ? {} : { from }) };
  return { place: "page.md:1", language, words: rest.filter((word) => !word.includes("=")), settings, text };
}

describe("the runner of pages", () => {
  it("fails where a command ends with another code than the page says", async () => {
    await expect(runner.run(block("sh", "false\n"))).rejects.toThrow();
    await expect(runner.run(block("sh exit 1", "true\n"))).rejects.toThrow();
    await runner.run(block("sh exit 1", "false\n"));
  });

  it("fails where output is not what the page shows", async () => {
    await runner.run(block("sh", "echo one; echo two >&2; pwd\n"));
    await runner.run(block("text output", "one\ntwo\n/home/you/nablab\n"));
    await expect(runner.run(block("text output", "one\n…\nthree\n"))).rejects.toThrow("another output");
  });

  it("writes, changes and quotes files of the clone", async () => {
    await runner.run(block("ts file=docs/new/a.ts", "first\nsecond\n"));
    await runner.run(block("diff file=docs/new/a.ts", " first\n-second\n+third\n"));
    expect(clone.read("docs/new/a.ts")).toBe("first\nthird\n");
    await expect(runner.run(block("diff file=docs/new/a.ts", "-second\n"))).rejects.toThrow("0 times");
    await expect(runner.run(block("ts from=docs/new/a.ts", "second\n"))).rejects.toThrow("does not hold");
  });

  it("runs TypeScript as cells of one notebook, and fails where a cell does or does not", async () => {
    await runner.run(block("ts", 'import { np } from "nablab";\nconst ones = np.ones([2]);\n'));
    expect(await runner.run(block("ts", "ones\n"))).toBe("[1. 1.]\n");
    await expect(runner.run(block("ts", "nobody\n"))).rejects.toThrow();
    await expect(runner.run(block("ts error", "ones\n"))).rejects.toThrow();
  });

  it("refuses what it would have to leave untested", async () => {
    await expect(runner.run(block("text", "npm run demo\n"))).rejects.toThrow("looks like commands");
    await expect(runner.run(block("text ouput", "one\n"))).rejects.toThrow("ouput");
    await expect(runner.run(block("yaml", "a: 1\n"))).rejects.toThrow("no test knows");
    await expect(runner.run(block("json", "{\n"))).rejects.toThrow();
  });
});

it("compares output but for durations and what the page leaves out", () => {
  expect(matchOutput("a 1.5 s  b\nx\ny\nend\n", "a 20 ms b\n…\nend\n")).toBe(true);
  expect(matchOutput("seed 17 drawn\n", "seed … drawn\n")).toBe(true);
  expect(matchOutput("a\nb\n", "a\n")).toBe(false);
  expect(matchOutput("a 1.5 x\n", "a 2.5 x\n")).toBe(false);
});

it("reads the blocks of a page with their places", () => {
  const lines = readPage("docs/grading.md").split("\n");
  const fence = lines.findIndex((line) => line.startsWith("```"));
  const [first] = readBlocks("docs/grading.md");
  expect(first).toMatchObject({ place: `docs/grading.md:${fence + 1}`, language: "sh", words: [] });
  expect(first.text).toBe(`${lines[fence + 1]}\n`);
});
