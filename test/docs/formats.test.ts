import { expect, test } from "vitest";
import { formats } from "../../graders/report/formats";
import { readPage } from "./readBlocks";

test("the page on formats describes every format, and no other", () => {
  const described = readPage("docs/formats.md").matchAll(/^## `(\w+)`$/gm);
  expect(Array.from(described, ([, name]) => name)).toEqual(formats.map(({ name }) => name));
});
