/**
 * Fails a run in which a test was skipped, and says which: for machines that have all that the tests need.
 *
 * @implements {import("vitest/node").Reporter}
 */
export class NothingSkipped {
  /** @param {ReadonlyArray<import("vitest/node").TestModule>} modules */
  onTestRunEnd(modules) {
    const skipped = modules.flatMap(({ children }) => [...children.allTests("skipped")]);
    if (skipped.length === 0) return;
    const lines = skipped.map((test) => `  ${test.module.relativeModuleId}: ${test.fullName}${reasonOf(test)}`);
    console.error(`NABLAB_SKIP_NOTHING is set, and ${skipped.length} tests were skipped:\n${lines.join("\n")}`);
    process.exitCode = 1;
  }
}

/** @param {import("vitest/node").TestCase} test */
function reasonOf(test) {
  const result = test.result();
  return result.state === "skipped" && result.note ? ` (${result.note})` : "";
}
