import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { NothingSkipped } from "./NothingSkipped.mjs";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    // One for each processor, where vitest leaves one of them free: many tests wait for processes that they have started.
    maxWorkers: availableParallelism(),
    // The last one has the last word. Set by .ci/run.
    reporters: process.env.NABLAB_SKIP_NOTHING ? [new NothingSkipped(), "default"] : ["default"],
  },
});
