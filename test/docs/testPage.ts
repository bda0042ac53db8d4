import { afterAll, test } from "vitest";
import { BlockRunner } from "./BlockRunner";
import { FreshClone } from "./FreshClone";
import { type Block, readBlocks } from "./readBlocks";

/** A page after its test: for what else a test wants to know. */
export interface TestedPage {
  /** The clone that its commands ran in. */
  clone: FreshClone;
  /** What each block printed, by the block's first line. */
  printed: Map<string, string>;
}

/**
 * Registers a test that does what the blocks of a page say, in a fresh clone. Tests that are registered after it find
 * what it left.
 *
 * @param page relative to the repository: `docs/grading.md`
 * @param seconds how long it may take on a busy machine
 * @param adapt changes what depends on the repository, such as a number that is given out
 * @param prepare adds to the clone what a reader of this page has
 */
export function testPage(
  page: string,
  seconds = 240,
  adapt = (block: Block): Block => block,
  prepare = (_clone: FreshClone): void => {},
): TestedPage {
  const clone = new FreshClone();
  prepare(clone);
  afterAll(() => clone.remove());
  return { clone, printed: testPageIn(clone, page, seconds, adapt) };
}

/** The same in the clone of a page that was tested before; gives what each block printed, by the block's first line. */
export function testPageIn(
  clone: FreshClone,
  page: string,
  seconds = 240,
  adapt = (block: Block): Block => block,
): Map<string, string> {
  const blocks = readBlocks(page).map(adapt);
  const runner = new BlockRunner(clone);
  const printed = new Map<string, string>();
  // Before the clone is removed: what is registered later is done first.
  afterAll(() => runner.stop());
  test(
    `every block of ${page} does what it says, one after the other`,
    async () => {
      for (const block of blocks) printed.set(block.text.split("\n")[0], await runner.run(block));
    },
    seconds * 1000,
  );
  return printed;
}
