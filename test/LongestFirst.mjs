import { BaseSequencer } from "vitest/node";

/**
 * Files that are short and take long: a page that is done block by block, a notebook that is run, a list that is in
 * another file. The order is theirs: the pages copy what commands have translated and bundled before.
 */
const first = [
  "test/kernel/conformance/conformance.test.ts",
  "test/graders/wrongSolutions.test.ts",
  "test/graders/cli/outFolder.test.ts",
  "test/assignments/soundness.test.ts",
  "test/graders/engine/taint/stash.test.ts",
  "test/assignments/05-optimization/notebook.test.ts",
  "test/assignments/02-shallow-network/notebook.test.ts",
  "test/docs/grading.test.ts",
  "test/docs/learning.test.ts",
  "test/docs/readme.test.ts",
  "test/docs/gradebook.test.ts",
  "test/docs/contributing.test.ts",
  "test/docs/server.test.ts",
];

/**
 * The longest files first, so that no processor waits at the end for the last of them. Vitest knows how long each file
 * took the last time; in a fresh clone it goes by their sizes, and would begin some of the longest at the end.
 */
export class LongestFirst extends BaseSequencer {
  /**
   * @override
   * @param {import("vitest/node").TestSpecification[]} files
   */
  async sort(files) {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

/** @param {import("vitest/node").TestSpecification} file */
function placeOf({ moduleId }) {
  const place = first.findIndex((file) => moduleId.endsWith(`/${file}`));
  return place < 0 ? first.length : place;
}
