import { setTimeout as sleep } from "node:timers/promises";
import { KernelPage } from "../../kernel/browser/KernelPage";

const questions = 20;

/** The longest that a page took to answer while a cell floods it with output, in milliseconds. */
export async function answerInFlood(): Promise<number> {
  const kernel = await KernelPage.open();
  try {
    const id = await kernel.send("for (let i = 0; ; i++) console.log('line', i);");
    let longest = 0;
    for (let i = 0; i < questions; i++) {
      await sleep(100);
      const start = performance.now();
      await kernel.evaluate("1");
      longest = Math.max(longest, performance.now() - start);
    }
    await kernel.interrupt();
    await kernel.answerTo(id);
    return longest;
  } finally {
    await kernel.close();
  }
}
