import { beforeAll, expect, test } from "vitest";
import { testPage } from "./testPage";

const { clone } = testPage("RELEASE.md");

beforeAll(async () => {
  const commands = [
    "git init -q",
    "git config user.name Maintainer",
    "git config user.email maintainer@example.org",
    "git add -A",
    "git commit -q -m start",
  ];
  expect(await clone.run(commands.join("\n"))).toEqual({ code: 0, output: "" });
});

test("the steps of a release give every package the next version, and leave nothing uncommitted but what people get", async () => {
  const read = (file: string) => JSON.parse(clone.read(file));
  const { version } = read("package.json");
  expect(read("notebooks/package.json").version).toBe(version);
  expect(read("graders/gradescope/image/package.json").version).toBe(version);
  const { packages } = read("package-lock.json");
  expect([packages[""].version, packages.notebooks.version]).toEqual([version, version]);
  expect(read("graders/gradescope/image/package-lock.json").packages[""].version).toBe(version);
  const { output } = await clone.run("git tag --list; git show --stat --format=%s HEAD | head -1; git status --short");
  const left = ["?? autograders/", "?? course/", "?? submissions/"];
  expect(
    output
      .trim()
      .split("\n")
      .filter((line) => !left.includes(line)),
  ).toEqual([`v${version}`, `Release ${version}`]);
});
