import { describe, expect, it } from "vitest";
import { whyBadSlug } from "../../../../graders/authoring/scaffold/whyBadSlug";
import { assignments } from "../../../../src/assignments";

describe("A slug for a new assignment", () => {
  it.each(["softmax-regression", "gru", "resnet-50", "a", "class", "assignments"])("may be %s", (slug) => {
    expect(whyBadSlug(slug, assignments)).toBeNull();
  });

  it.each([
    ["Softmax Regression", "softmax-regression"],
    ["softmax_regression", "softmax-regression"],
    ["../../etc/Passwords", "passwords"],
    ["src/assignments/07-gru", "gru"],
    ["softmax--regression-", "softmax-regression"],
    ["7up", "up"],
    ["", "softmax-regression"],
    ["∇", "softmax-regression"],
  ])("is not %j, and %s is suggested", (slug, suggestion) => {
    expect(whyBadSlug(slug, assignments)).toBe(
      `"${slug}" is no slug: lower-case words joined by hyphens, the first one starting with a letter, such as ${suggestion}`,
    );
  });

  it("is not that of another assignment", () => {
    const taken = "there is an assignment deep-network already, in the folder 03-deep-network; choose another slug";
    expect(whyBadSlug("deep-network", assignments)).toBe(taken);
  });

  it("is not longer than a file's name should be", () => {
    expect(whyBadSlug("a".repeat(50), assignments)).toBeNull();
    expect(whyBadSlug("a".repeat(51), assignments)).toMatch(/too long: 50 characters at most$/);
  });
});
