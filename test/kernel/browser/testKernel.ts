import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { type Engine, inEngine } from "../../browser/engines/engines";
import { KernelPage } from "./KernelPage";

interface Options {
  title: string;
  /** The program of the worker that runs cells, the course's by default. */
  program?: () => Promise<string>;
}

/** Tests of a kernel that is in a page by then. */
type Group = (kernel: () => KernelPage, engine: Engine) => void;

/** Runs groups of tests with one kernel in a page, in one browser. */
export function testKernel(engine: Engine, { title, program }: Options, ...groups: Group[]): void {
  describe.skipIf(engine.skipped !== null)(inEngine(engine, title), () => {
    let page: KernelPage;
    beforeAll(async () => {
      page = await KernelPage.open(engine.open, await program?.());
    }, 120_000);
    // Nothing of a test that has failed is left for the next one.
    afterEach(() => page.interrupt());
    afterAll(() => page?.close());

    for (const group of groups) group(() => page, engine);
  });
}
