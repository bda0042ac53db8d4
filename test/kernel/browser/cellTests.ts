import os from "node:os";
import { expect, it } from "vitest";
import { runNotebook } from "../../../graders/authoring/execution/runNotebook";
import type { Engine } from "../../browser/engines/engines";
import { cells } from "./cells";
import type { KernelPage, Shown } from "./KernelPage";
import { inWordsOfV8 } from "./ownWords";

/** That cells show in a page what they show in Node. */
export function cellTests(kernel: () => KernelPage, engine: Engine): void {
  it("shows what it shows in Node", async () => {
    const inNode = runNotebook(cells, { directory: os.tmpdir(), keepGoing: true });
    const shown: Shown[] = [];
    for (const cell of cells) shown.push(await kernel().run(cell));
    const inPage = shown.map(({ text, result, traceback, heard }, i) =>
      readingOf(cells[i], [text, result, traceback, displaysIn(heard)], (said) => inWordsOfV8(engine.name, said)),
    );
    const expected = (await inNode).map(({ text, result, traceback, outputs }, i) =>
      readingOf(cells[i], [text, result?.["text/plain"] as string, traceback, displaysIn(outputs)], (said) => said),
    );
    expect(inPage).toEqual(expected);
  }, 60_000);
}

type Said = [text: string, result: string | undefined, traceback: string[] | undefined, displays: string[]];

/** The texts of what `check` and others display. */
function displaysIn(messages: readonly { type: string; content: object }[]): string[] {
  const displays = messages.filter(({ type }) => type === "display_data");
  return displays.map(({ content }) => String((content as { data: Record<string, unknown> }).data["text/plain"]));
}

/** What is compared of a cell. */
function readingOf(cell: string, [text, result, traceback, displays]: Said, reworded: (said: string) => string) {
  return {
    cell,
    text: reworded(text),
    result: result && reworded(result),
    displays: displays.map(reworded),
    traceback: traceback && reworded(traceback.join("\n")).split("\n"),
  };
}
