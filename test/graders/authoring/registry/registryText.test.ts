import { expect, it } from "vitest";
import { registryText } from "../../../../graders/authoring/registry/registryText";

it("lists the assignments in order, with their signatures by slug", () => {
  const text = registryText([
    { number: 1, slug: "class" },
    { number: 12, slug: "two-words" },
  ]);
  expect(text).toContain('import { assignment as assignment2 } from "./12-two-words/assignment";');
  expect(text).toContain('import type * as signatures2 from "./12-two-words/signatures";');
  expect(text).toContain("= [\n  assignment1,\n  assignment2,\n];");
  expect(text).toContain('{\n  "class": typeof signatures1;\n  "two-words": typeof signatures2;\n}\n');
});

it("lists the messages of those that are translated", () => {
  const listed = [
    { number: 1, slug: "class" },
    { number: 12, slug: "two-words" },
  ];
  const text = registryText(listed, ({ number }) => (number === 12 ? ["zh-CN"] : []));
  expect(text).toContain('import messages12zhCN from "./12-two-words/zh-CN/messages.json";');
  expect(text).toContain('{\n  "zh-CN": {\n    "two-words": messages12zhCN,\n  },\n};\n');
  expect(registryText(listed)).not.toContain("zh-CN");
});

it("can list none", () => {
  expect(registryText([])).toContain("= [\n];");
});
