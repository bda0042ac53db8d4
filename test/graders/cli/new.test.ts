import { afterEach, expect, it, vi } from "vitest";
import * as scaffold from "../../../graders/authoring/scaffold/createAssignment";
import { runCommandLine } from "../../../graders/cli/runCommandLine";
import { assignments } from "../../../src/assignments";

afterEach(() => vi.restoreAllMocks());

/** What `nablab new` prints, and what it would create; nothing is written. */
async function answerTo(...args: string[]) {
  const create = vi.spyOn(scaffold, "createAssignment").mockResolvedValue();
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text) => void lines.push(text));
  vi.spyOn(console, "error").mockImplementation((text) => void lines.push(`${text}\n`));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  const code = await runCommandLine(["new", ...args]);
  return { code, text: lines.join(""), created: create.mock.calls.map(([, identity]) => identity) };
}

const number = 1 + Math.max(...assignments.map((assignment) => assignment.number));

it("creates the next assignment, with a title from its slug, and says in three lines what to do", async () => {
  const { code, text, created } = await answerTo("softmax-regression");
  expect(code).toBeUndefined();
  expect(created).toEqual([{ number, slug: "softmax-regression", title: "Softmax regression" }]);
  expect(text.split("\n\n")[1].split("\n")).toHaveLength(3);
});

it("takes another title", async () => {
  const { created } = await answerTo("softmax-regression", "--title", "∇: “one” of many");
  expect(created).toMatchObject([{ title: "∇: “one” of many" }]);
});

it.each([
  [[]],
  [["Soft Max"]],
  [["../softmax"]],
  [["deep-network"]],
  [["softmax", "regression"]],
  [["softmax", "--title", ""]],
  [["softmax", "--title", 'the "best" of many']],
  [["softmax", "--title", "two\nlines"]],
])("answers %j with one line and exit code 2, and creates nothing", async (args) => {
  const { code, text, created } = await answerTo(...args);
  expect({ code, created }).toEqual({ code: 2, created: [] });
  expect(text).toMatch(/^nablab: .+\n$/);
});
