import { expect, it } from "vitest";
import { register } from "../../../../graders/authoring/scaffold/register";

const registry = `import type { Assignment } from "../check/contract";
import { type One, assignment as one } from "./01-one/assignment";

/** The course, in order. */
export const assignments: Assignment[] = [
  one,
];

export interface Signatures {
  one: One;
}
`;

it("adds an assignment's import, its place in the list and its signatures", () => {
  const changed = register(registry, { number: 2, slug: "two-words" });
  const added = changed.split("\n").filter((line) => !registry.split("\n").includes(line));
  expect(added).toEqual([
    'import { type TwoWords, assignment as twoWords } from "./02-two-words/assignment";',
    "  twoWords,",
    '  "two-words": TwoWords;',
  ]);
  expect(changed.indexOf("  twoWords,")).toBe(changed.indexOf("  one,\n") + "  one,\n".length);
  expect(changed.endsWith('  one: One;\n  "two-words": TwoWords;\n}\n')).toBe(true);
});

it("writes names without quotation marks where they need none, and breaks a long line", () => {
  const slug = "word".repeat(12);
  const changed = register(registry, { number: 10, slug });
  expect(changed).toContain(`\n  ${slug}: W${slug.slice(1)};\n`);
  expect(changed).toContain(
    `import {\n  type W${slug.slice(1)},\n  assignment as ${slug},\n} from "./10-${slug}/assignment";\n`,
  );
});

it("says so where the registry is laid out in another way", () => {
  expect(() => register("export const assignments = [];\n", { number: 1, slug: "one" })).toThrow("register it by hand");
});
