import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { interruptKeeps } from "./interruptKeeps";
import type { KernelPage } from "./KernelPage";

/** Types that take the compiler minutes: each is a union of 2^15 texts. */
const slowTypes = `type Bits<L extends unknown[], T extends string> =
  L extends [unknown, ...infer Rest] ? Bits<Rest, \`\${T}0\`> | Bits<Rest, \`\${T}1\`> : T;
type Length = [${"0,".repeat(15)}];
${Array.from({ length: 500 }, (_, i) => `let text${i}: Bits<Length, "${i}:"> = "${i}:${"0".repeat(15)}";`).join("\n")}`;

/** Tests of a kernel in a page that take half a minute together. */
export function longTests(kernel: () => KernelPage): void {
  it.each([
    "for (const i of progress(1e9)) { i; }",
    "while (true) await null;",
    "const chain = (): Promise<unknown> => Promise.resolve().then(chain); await chain();",
    "await new Promise(() => {});",
    "await new Promise(() => { const again = () => queueMicrotask(again); again(); });",
    "function* naturals() { let n = 0; while (true) yield n++; } for (const n of naturals()) { n; }",
    "for (;;) console.log('flood');",
    "for (let i = 0; ; i++) display({ 'text/plain': String(i) });",
    "for (let i = 0; ; i++) display({ 'text/plain': String(i) }, { displayId: 'one', update: i > 0 });",
    "for (;;) { console.clear(); console.log('again'); }",
  ])("interrupts a cell, and keeps its variables: %s", (cell) => interruptKeeps(kernel(), cell));

  it("lets the timers of earlier cells run on after a cell, and ends them with an interrupt in between", async () => {
    await kernel().run("let beats = 0; setInterval(() => { beats++; for (const x of [1, 2]) { x; } }, 5);");
    await kernel().interruptAfter("while (true) {}", 200);
    const { result } = await kernel().run(
      "const before = beats; await new Promise((resolve) => setTimeout(resolve, 60)); beats > before",
    );
    expect(result).toBe("true");
    await kernel().interrupt();
    await kernel().run("const stopped = beats; await new Promise((resolve) => setTimeout(resolve, 60));");
    expect((await kernel().run("beats - stopped")).result).toBe("0");
  });

  it("ends a timer that computes for ever, and only that", async () => {
    await kernel().run("let finished = false; setTimeout(() => { while (true) {} }, 20); const kept2 = 1;");
    await sleep(300);
    await kernel().interrupt();
    expect((await kernel().run("kept2")).result).toBe("1");
  });

  it("cuts a flood with one line, and answers meanwhile", async () => {
    const id = await kernel().send("for (let i = 0; ; i++) console.log('line', i);");
    await sleep(1500);
    // A page that is flooded does not answer.
    await kernel().evaluate("1");
    await kernel().interrupt();
    const { heard, text } = await kernel().answerTo(id);
    expect(text.length).toBeLessThan(1_000_100);
    expect(text.match(/… and more/g)).toHaveLength(1);
    expect(heard.length).toBeLessThan(100);
  });

  it("reports errors that come late, and keeps going", async () => {
    await kernel().run(
      "setTimeout(() => { throw new Error('late one'); }, 10); setTimeout(() => Promise.reject(new Error('late two')), 10);",
    );
    await sleep(100);
    const late = await kernel().evaluate<string[]>("notebook.errors()");
    expect(late).toEqual(expect.arrayContaining(["late one", "late two"]));
  });

  it("compiles all notebooks in one worker, and goes on elsewhere when one of them has kept it busy", async () => {
    const workers = () => kernel().workers();
    await kernel().run("let kept3 = 42;");
    const alone = await workers();
    await kernel().startNotebook("busy");
    expect((await kernel().run("1 + 1", "busy")).result).toBe("2");
    // Only an engine of its own.
    await expect.poll(workers).toBe(alone + 1);
    const id = await kernel().send(slowTypes, "busy");
    const waiting = await kernel().send("kept3");
    await sleep(200);
    await kernel().interrupt("busy");
    expect((await kernel().answerTo(id, "busy")).evalue).toBe("the cell was interrupted");
    expect((await kernel().answerTo(waiting)).result).toBe("42");
    expect((await kernel().run("2 + 2", "busy")).result).toBe("4");
    await expect.poll(workers).toBe(alone + 2);
    await kernel().stopNotebook("busy");
    expect((await kernel().run("kept3")).result).toBe("42");
    await expect.poll(workers).toBe(alone);
  }, 60_000);

  it("speaks to each notebook in its language, though one compiler has them all", async () => {
    await kernel().startNotebook("chinese");
    const choice = (options: string) =>
      `import { useAssignment } from "nablab"; useAssignment("logistic-regression"${options});`;
    expect((await kernel().run(choice(', { locale: "zh-CN" }'), "chinese")).status).toBe("ok");
    const refused = "require('fs')";
    const { evalue } = await kernel().run(refused, "chinese");
    expect(evalue).toContain("require");
    expect(evalue).not.toContain("belongs to Node");
    expect((await kernel().run(refused)).evalue).toContain("require belongs to Node");
    expect((await kernel().run(refused, "chinese")).evalue).toBe(evalue?.replace("[2]", "[3]"));
    await kernel().stopNotebook("chinese");
    // What the page itself says is in the language that was chosen last.
    await kernel().run(choice(""));
  });

  it("complains of nothing in the page", async () => {
    expect(await kernel().complaints()).toEqual([]);
  });

  it("says so where a worker cannot be loaded", async () => {
    await kernel().startNotebook("broken", { engine: "/missing.js" });
    expect((await kernel().run("1", "broken")).evalue).toMatch(
      /^the worker that runs the cells ended while it started/,
    );
    await kernel().startNotebook("mute", { compiler: "/missing.js" });
    expect((await kernel().run("1", "mute")).evalue).toMatch(/missing\.js cannot be loaded/);
    await kernel().stopNotebook("broken");
    await kernel().stopNotebook("mute");
  });
}
