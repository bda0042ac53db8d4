import { defineConfig } from "vitest/config";
import { NothingSkipped } from "./NothingSkipped.mjs";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    // The last one has the last word. Set by .ci/run.
    reporters: process.env.NABLAB_SKIP_NOTHING ? [new NothingSkipped(), "default"] : ["default"],
  },
});
