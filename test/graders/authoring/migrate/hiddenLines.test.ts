import { describe, expect, test } from "vitest";
import {
  hiddenTestLines,
  onlyLines,
  solutionLines,
  withoutLines,
} from "../../../../graders/authoring/migrate/hiddenLines";

const learnersSee = (source: string) => withoutLines(source, solutionLines(source).lines);

describe("learners see", () => {
  test.each([
    ["`...` for a region", "a\n    ### BEGIN SOLUTION\n    b\n    ### END SOLUTION\nc", "a\n    ...\nc"],
    ["`...` for a course's region", "### START CODE HERE ### (≈ 1 line)\nb\n### END CODE HERE ###\nc", "...\nc"],
    ["`...` for a line", "def f():\n    return 1 # SOLUTION", "def f():\n    ..."],
    ["what is assigned to", "nine, d['a'] = 9, 1 # SOLUTION", "nine, d['a'] = ..."],
    ["no right side of a comparison", "a == 1 # SOLUTION", "..."],
    ["nothing of a line without a prompt", "a\nb # SOLUTION NO PROMPT\nseed(1) # SEED\nc", "a\nc"],
    [
      "a prompt instead",
      '# BEGIN SOLUTION NO PROMPT\nx\n# END SOLUTION\n""" # BEGIN PROMPT\ny = ...\n"""; # END PROMPT',
      "y = ...",
    ],
    ["nothing of what is ignored", "a\n# BEGIN IGNORE\nb\n# END IGNORE\nc # IGNORE\nd", "a\nd"],
    ["`...` for nbgrader's stub", "# YOUR CODE HERE\nraise NotImplementedError()", "..."],
    ["other errors", "raise NotImplementedError('later')", "raise NotImplementedError('later')"],
  ])("%s", (_, source, seen) => {
    expect(learnersSee(source)).toBe(seen);
  });
});

test("a region without an end hides all that follows, and is known", () => {
  const source = "a\n### BEGIN SOLUTION\nb\nc";
  expect(learnersSee(source)).toBe("a\n...");
  expect(solutionLines(source).unclosed).toBe(2);
  expect(solutionLines("a").unclosed).toBeNull();
});

test("hidden tests come apart from the others, without their marks", () => {
  const source = "assert 1\n### BEGIN HIDDEN TESTS\nassert 2\n### END HIDDEN TESTS\nassert 3";
  expect(onlyLines(source, hiddenTestLines(source).lines)).toBe("assert 2");
  expect(withoutLines(source, hiddenTestLines(source).lines)).toBe("assert 1\n...\nassert 3");
});
