import { Command } from "commander";
import { expect, test } from "vitest";
import { register } from "../../graders/cli/release";
import { readPage } from "./readBlocks";

test("the page on releasing lists every option", () => {
  const program = new Command();
  register(program);
  const flags = program.commands[0].options.map(({ long }) => long);
  const page = readPage("docs/releasing.md");
  const described = Array.from(page.matchAll(/^\| `(?:-\w, )?(--[\w-]+)/gm), ([, flag]) => flag);
  expect(described.toSorted()).toEqual(flags.toSorted());
});
