import { expect, test } from "vitest";
import { hardBreaks } from "../../../../graders/authoring/migrate/write/hardBreaks";

test.each([
  ["a line break by two blanks becomes a backslash", "one  \ntwo", "one\\\ntwo"],
  ["blanks before an empty line, or at the end, break nothing", "one  \n\ntwo  ", "one\n\ntwo"],
  ["a backslash that is there already is enough", "one\\  \ntwo", "one\\\ntwo"],
  ["in a code block, nothing is added", "```\none  \ntwo\n```  \nthree", "```\none\ntwo\n```\nthree"],
  ["in a formula, nothing is added", "$$\na \\\\  \nb  \n$$  \nc  \nd", "$$\na \\\\\nb\n$$\nc\\\nd"],
  ["a fence ends with as many marks as it began", "````\n```  \nx  \ny\n````\nz  \nw", "````\n```\nx\ny\n````\nz\\\nw"],
])("%s", (_, markdown, expected) => {
  expect(hardBreaks(markdown)).toBe(expected);
});
