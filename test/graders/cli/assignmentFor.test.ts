import { beforeAll, expect, it } from "vitest";
import { assignmentFor } from "../../../graders/cli/assignmentFor";
import { UsageError } from "../../../graders/cli/UsageError";
import { provideLanguage } from "../../../graders/course/provideLanguage";
import type { ReaderPool } from "../../../graders/sandbox/host/ReaderPool";
import { assignments } from "../../../src/assignments";

beforeAll(() => provideLanguage("zh-CN"));

/** As far as the file itself. */
const readers = {
  ask: async (load: () => Buffer) => ({ kind: "answer", text: String(load()) }),
} as unknown as ReaderPool;

it.each([
  ["en", "hw.ipynb does not exist"],
  ["zh-CN", "hw.ipynb：文件不存在"],
] as const)("says in %s why a submission cannot be read", async (lang, message) => {
  const entry = { id: "hw", file: "/nowhere/hw.ipynb", shown: "hw.ipynb" };
  await expect(assignmentFor(assignments, undefined, entry, readers, lang)).rejects.toEqual(new UsageError(message));
});
