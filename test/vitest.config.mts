import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { NothingSkipped } from "./NothingSkipped.mjs";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // What the compiler says of `*.test-d.ts` is their outcome; none of them runs. The compiler is ours, by its path: tslab
    // brings a `tsc` of its own.
    typecheck: {
      enabled: true,
      include: ["test/**/*.test-d.ts"],
      tsconfig: "test/types.tsconfig.json",
      checker: "node_modules/typescript/bin/tsc",
    },
    globalSetup: ["test/temporaryInMemory.mts"],
    testTimeout: 30_000,
    // Many build what they run before their first test.
    hookTimeout: 60_000,
    // One more than there are processors: many tests wait for processes that they have started.
    maxWorkers: availableParallelism() + 1,
    // The last one has the last word. Set by .ci/run.
    reporters: process.env.NABLAB_SKIP_NOTHING ? [new NothingSkipped(), "default"] : ["default"],
  },
});
