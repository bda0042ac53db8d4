import { expect, it } from "vitest";
import type { Engine } from "../../browser/engines/engines";
import { interruptKeeps } from "./interruptKeeps";
import type { KernelPage } from "./KernelPage";

/** What computes for hours without a loop that could ask. WebKit gives up on the expression by itself. */
const expression = "/(a+)+$/.test('a'.repeat(40) + 'b')";
const recursion =
  "const fibonacci = (n: number): number => (n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2)); fibonacci(70)";

/** Tests of a kernel in a page that take seconds. */
export function quickTests(kernel: () => KernelPage, engine: Engine): void {
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
    const { status, evalue } = await kernel().run(cell);
    expect(status).toBe("error");
    expect(evalue).toContain(sentence);
    expect(evalue).not.toContain("\n");
  });

  it("completes and documents, also while a cell computes", async () => {
    await kernel().run(
      "import { np } from 'nablab';\n/** Halves a number. */\nfunction half(x: number) { return x / 2; }",
    );
    const id = await kernel().send("while (true) {}");
    const { matches } = (await kernel().ask("complete_request", { code: "np.zer", cursor_pos: 6 })) as {
      matches: string[];
    };
    expect(matches).toContain("zeros");
    const { data } = await kernel().ask("inspect_request", { code: "half", cursor_pos: 3 });
    expect((data as Record<string, string>)["text/markdown"]).toContain("Halves a number.");
    await kernel().interrupt();
    expect((await kernel().answerTo(id)).evalue).toBe("the cell was interrupted");
  });

  it.each([
    "while (true) {}",
    "for (let i = 0; i < 10; i--) {}",
    "Array.from({ length: 1e9 }, () => np.add(W, 1));",
    "for (;;) { try { while (true) {} } catch {} }",
    "while (true) { await new Promise((resolve) => setTimeout(resolve, 5)); }",
  ])("interrupts a cell, and keeps its variables: %s", (cell) => interruptKeeps(kernel(), cell));

  it("starts the engine again where nothing asks, and says so", async () => {
    await kernel().run("const gone = 1;");
    const { evalue } = await kernel().interruptAfter(engine.name === "WebKit" ? recursion : expression, 200);
    expect(evalue).toBe(
      "the worker that runs the cells ended (it did not react to an interrupt); all variables are gone, run the cells above again",
    );
    expect((await kernel().run("gone")).evalue).toContain("Cannot find name 'gone'");
    expect((await kernel().run("1 + 1")).result).toBe("2");
  });

  it("aborts the cells behind one that fails, and starts afresh in another kernel", async () => {
    const [failing, waiting] = await kernel().sendAll(["throw new Error('stop');", "1"]);
    expect((await kernel().answerTo(failing)).status).toBe("error");
    expect((await kernel().answerTo(waiting)).status).toBe("aborted");
    await kernel().run("const mine = 1;");
    await kernel().startNotebook("second");
    expect((await kernel().run("mine", "second")).evalue).toContain("Cannot find name 'mine'");
    expect((await kernel().run("const other = 2; other", "second")).result).toBe("2");
    expect((await kernel().run("mine")).result).toBe("1");
    await kernel().stopNotebook("second");
  });

  it("complains of nothing in the page", async () => {
    expect(await kernel().complaints()).toEqual([]);
  });
}
