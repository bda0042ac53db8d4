import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./LongestFirst.mjs";
import { NothingSkipped } from "./NothingSkipped.mjs";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Type tests, `*.test-d.ts`, are not here: `npm run types` compiles them, and what it says is their outcome.
    globalSetup: ["test/temporaryInMemory.mts"],
    testTimeout: 30_000,
    // Many build what they run before their first test.
    hookTimeout: 60_000,
    // Two more than there are processors: half of the time, a test file waits for processes, time limits or a database.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: LongestFirst },
    // The last one has the last word. Set by .ci/run.
    reporters: process.env.NABLAB_SKIP_NOTHING ? [new NothingSkipped(), "default"] : ["default"],
  },
});
