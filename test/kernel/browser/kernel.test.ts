import os from "node:os";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../../graders/authoring/execution/runNotebook";
import { inChromium, noChromium } from "../../browser/findChromium";
import { interruptKeeps } from "./interruptKeeps";
import { KernelPage } from "./KernelPage";

/** Cells that must show the same in a browser as in Node, one after the other in one notebook. */
const cells = [
  // What the learner sees of errors: message, line, caret and calls.
  "const half = (x: number) => x / 2;\nhalf('4');",
  "const broken = ;",
  "function propagate(w: number[]) {\n  return w[3].toFixed();\n}\nfunction model() { return propagate([1]); }\nmodel();",
  "await Promise.reject(new RangeError('not handled'));",
  "Promise.reject(new Error('stray'));",
  "const after = await Promise.resolve(5);\nfor (const x of [1, 2]) {\n  if (x > 1) throw new Error('in a loop', { cause: new TypeError('why') });\n}",
  "throw { no: 'error' };",
  "class Own extends Error { override name = 'OwnError'; }\nthrow new Own('mine');",
  "function deep(n: number): number { return deep(n + 1) + 1; }\nlet depth = ''; try { deep(0); } catch (e) { depth = (e as Error).name; } depth",
  "after + 1",
  "try { null!.x; } catch ({ message }: any) { console.log(message); }",
  // What it prints.
  "console.log('%s is %d', 'x', 5, [1, [2, [3, [4]]]], { a: new Map([[1, new Set([2])]]) }, -0, 1n, Symbol('s'), () => 1, class A {});",
  "console.group('outer'); console.warn('in\\nside'); console.groupEnd(); console.info(undefined, null, new Error('e').message);",
  "console.table([{ a: 1, b: 'x' }, { a: 2, c: { d: [1] } }]); console.table([1, 'two']); console.table(new Map([['k', 1]])); console.table(new Set([1])); console.table(5); console.table([[1, 2], [3, 4]], ['0']);",
  "console.count(); console.count('c'); console.count(); console.assert(1 > 2, 'no %s', 'x'); console.assert(false); console.assert(true); console.dir({ a: { b: { c: {} } } }, { depth: 0 });",
  "function traced() { console.trace('here', 1); } traced();",
  "new Float64Array(3); ",
  "import { np } from 'nablab'; np.random.seed(1); np.random.randn(2, 3)",
  "np.log(np.array([0, 1]))",
  "np.zeros([2, 3]) + 1",
  "np.dot(np.ones([2, 3]), np.ones([2, 3]))",
  "const { loadMnist } = await import('nablab'); const { XTrain, YTrain } = loadMnist({ digits: [0, 1], train: 4, test: 2 }); [XTrain.shape, XTrain.sum(), String(YTrain)]",
  "import { RandomState } from 'nablab'; new RandomState(7).permutation(5)",
  "import * as tf from 'nablab/tf'; tf.add(tf.tensor([1, 2]), 1)",
  "enum E { A = 1 } namespace NS { export const one = 1; } var v = 1; v; [E.A, NS.one]",
  "[btoa('x'), structuredClone([1]), new TextDecoder().decode(new TextEncoder().encode('é∇'))]",
  "setTimeout(() => console.log('late'), 1); await new Promise((resolve) => setTimeout(resolve, 30));",
  "queueMicrotask(() => console.log('micro')); typeof performance.now()",
  "prompt('name?')",
];

describe.skipIf(noChromium !== null)(inChromium("the kernel in Chromium"), () => {
  let kernel: KernelPage;
  beforeAll(async () => {
    kernel = await KernelPage.open();
  }, 120_000);
  // Nothing of a test that has failed is left for the next one.
  afterEach(() => kernel.interrupt());
  afterAll(() => kernel?.close());

  it("shows what it shows in Node", async () => {
    const inNode = runNotebook(cells, { directory: os.tmpdir(), keepGoing: true });
    const shown: unknown[] = [];
    for (const cell of cells) {
      const { text, result, traceback } = await kernel.run(cell);
      shown.push({ cell, text, result, traceback });
    }
    const expected = (await inNode).map(({ text, result, traceback }, index) => {
      return { cell: cells[index], text, result: result?.["text/plain"], traceback };
    });
    expect(shown).toEqual(expected);
  }, 60_000);

  it.each([
    [
      "import fs from 'node:fs'; fs;",
      '"node:fs" cannot be imported: a notebook in a browser has nablab, and nablab/tf',
    ],
    ["await import('lodash')", '"lodash" cannot be imported'],
    ["import { mine } from './mine'; mine;", '"./mine" cannot be imported: a notebook in a browser has no files'],
    ["process.exit()", "process belongs to Node"],
    ["const fs = require('fs');", "require belongs to Node"],
    ["let b: NodeJS.Timeout;", "NodeJS belongs to Node"],
    ["const id: string = 'fs'; await import(id)", '"fs" cannot be imported'],
    ["import { loadH5 } from 'nablab'; await loadH5('x.h5')", "loadH5: reading files needs Node"],
    ["import { loadMat } from 'nablab'; await loadMat('x.mat')", "loadMat: reading files needs Node"],
    ["import { np as numpy } from 'nablab'; numpy.load('x.npy')", "np.load: reading and writing files needs Node"],
  ])("refuses what only Node has, in one sentence: %s", async (cell, sentence) => {
    const { status, evalue } = await kernel.run(cell);
    expect(status).toBe("error");
    expect(evalue).toContain(sentence);
    expect(evalue).not.toContain("\n");
  });

  it("completes and documents, also while a cell computes", async () => {
    await kernel.run(
      "import { np } from 'nablab';\n/** Halves a number. */\nfunction half(x: number) { return x / 2; }",
    );
    const id = await kernel.send("while (true) {}");
    const { matches } = (await kernel.ask("complete_request", { code: "np.zer", cursor_pos: 6 })) as {
      matches: string[];
    };
    expect(matches).toContain("zeros");
    const { data } = await kernel.ask("inspect_request", { code: "half", cursor_pos: 3 });
    expect((data as Record<string, string>)["text/markdown"]).toContain("Halves a number.");
    await kernel.interrupt();
    expect((await kernel.answerTo(id)).evalue).toBe("the cell was interrupted");
  });

  it.each([
    "while (true) {}",
    "for (let i = 0; i < 10; i--) {}",
    "Array.from({ length: 1e9 }, () => np.add(W, 1));",
    "for (;;) { try { while (true) {} } catch {} }",
    "while (true) { await new Promise((resolve) => setTimeout(resolve, 5)); }",
  ])("interrupts a cell, and keeps its variables: %s", (cell) => interruptKeeps(kernel, cell));

  it("starts the engine again where nothing asks, and says so", async () => {
    await kernel.run("const gone = 1;");
    const { evalue } = await kernel.interruptAfter("/(a+)+$/.test('a'.repeat(40) + 'b')", 200);
    expect(evalue).toBe(
      "the worker that runs the cells ended (it did not react to an interrupt); all variables are gone, run the cells above again",
    );
    expect((await kernel.run("gone")).evalue).toContain("Cannot find name 'gone'");
    expect((await kernel.run("1 + 1")).result).toBe("2");
  });

  it("aborts the cells behind one that fails, and starts afresh in another kernel", async () => {
    const [failing, waiting] = await kernel.sendAll(["throw new Error('stop');", "1"]);
    expect((await kernel.answerTo(failing)).status).toBe("error");
    expect((await kernel.answerTo(waiting)).status).toBe("aborted");
    await kernel.run("const mine = 1;");
    await kernel.startNotebook("second");
    expect((await kernel.run("mine", "second")).evalue).toContain("Cannot find name 'mine'");
    expect((await kernel.run("const other = 2; other", "second")).result).toBe("2");
    expect((await kernel.run("mine")).result).toBe("1");
    await kernel.stopNotebook("second");
  });

  it("complains of nothing in the page", () => {
    expect(kernel.complaints).toEqual([]);
  });
});
