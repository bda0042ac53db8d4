import { expect, test } from "vitest";
import { readPage } from "./readBlocks";
import { testPage } from "./testPage";

const { clone } = testPage("docs/migrating.md");

test("the page on migrating describes the files that its command wrote", () => {
  const described = Array.from(
    readPage("docs/migrating.md").matchAll(/^\| (`[\w./-]+`(?:, `[\w./-]+`)*) \|/gm),
    ([, paths]) => paths.replaceAll("`", "").split(", "),
  ).flat();
  expect(described).toContain("staff/solution.ts");
  for (const path of described.filter((path) => !path.endsWith("/"))) {
    expect(clone.read(`drafts/smoothing/${path}`)).not.toBe("");
  }
});
