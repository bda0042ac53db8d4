/** What holds for every page that is written for readers: README.md, CONTRIBUTING.md, docs/. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { createProgram } from "../../graders/cli/runCommandLine";
import { repositoryFiles, root } from "../house/files";
import { elsewhere, withoutComment } from "./elsewhere";
import { readBlocks, readPage } from "./readBlocks";

const pages = repositoryFiles().filter((file) => /^(docs\/.*|[A-Z]+(\.zh-CN)?)\.md$/.test(file));
const scripts = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts as Record<string, string>;

describe.each(pages)("%s", (page) => {
  const prose = readPage(page).replaceAll(/^```[\s\S]*?^```$/gm, "");

  it("leads to files and headings that exist", () => {
    const links = Array.from(prose.matchAll(/\]\(([^)\s]+)\)/g), ([, link]) => link);
    const dead = links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(page, link));
    expect(dead).toEqual([]);
  });

  it("names commands, scripts and options that exist", () => {
    const commands = Array.from(
      prose.matchAll(/`((?:npx --no )?nablab [a-z][^`]*|npm [^`]+)`/g),
      ([, command]) => command,
    );
    expect(commands.map(unknownPart).filter((part) => part !== undefined)).toEqual([]);
  });
});

it("leads from the README to every page", () => {
  const reached = new Set(["README.md"]);
  for (const page of reached) {
    for (const [, link] of readPage(page).matchAll(/\]\(([^)\s#]+\.md)[)#]/g)) reached.add(join(dirname(page), link));
  }
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

it("shows each picture of docs/ on a page", () => {
  const linked = pages.flatMap((page) =>
    Array.from(readPage(page).matchAll(/\]\(([^)\s]+\.png)\)/g), ([, link]) => join(dirname(page), link)),
  );
  const pictures = repositoryFiles().filter((file) => /^docs\/.*\.(png|jpg|svg)$/.test(file));
  expect(pictures.filter((picture) => !linked.includes(picture))).toEqual([]);
});

it("has a test for each page with blocks", () => {
  const tests = readdirSync(__dirname).map((file) => readFileSync(join(__dirname, file), "utf8"));
  const untested = pages.filter((page) => readBlocks(page).length > 0 && !tests.some(runs(page)));
  expect(untested).toEqual([]);
});

it("leaves commands to places that exist, and lists none that no page shows", () => {
  const blocks = pages.flatMap(readBlocks).filter(({ language }) => language === "sh");
  const shown = blocks.flatMap(({ text }) => text.split("\n")).map(withoutComment);
  for (const { command, where } of elsewhere) {
    expect(existsSync(join(root, where))).toBe(true);
    expect(shown.some((line) => command.test(line))).toBe(true);
  }
});

const runs = (page: string) => (source: string) =>
  [`testPage("${page}"`, `testPageIn(clone, "${page}"`].some((call) => source.includes(call));

function leadsSomewhere(page: string, link: string): boolean {
  const [path, heading] = link.split("#");
  const file = path === "" ? page : join(dirname(page), path);
  if (!existsSync(join(root, file))) return false;
  return heading === undefined || headings(file).includes(heading);
}

/** The anchors that GitHub gives a page's headings. */
function headings(page: string): string[] {
  const titles = Array.from(readPage(page).matchAll(/^#+ (.*)$/gm), ([, title]) => title);
  return titles.map((title) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** What a command names that does not exist; undefined when everything does. */
function unknownPart(text: string): string | undefined {
  const [program, ...words] = text.replace(/^npx --no /, "").split(/\s+/);
  if (program === "nablab") return unknownWord(createProgram(), words);
  const script = words[0] === "run" ? words[1] : words[0];
  const known = script === undefined || script in scripts || ["ci", "install"].includes(script);
  return known ? undefined : text;
}

function unknownWord(command: Command, [word, ...rest]: readonly string[]): string | undefined {
  if (word === undefined) return undefined;
  const deeper = command.commands.find((other) => other.name() === word);
  if (deeper) return unknownWord(deeper, rest);
  if (command.commands.length > 0 && !word.startsWith("-")) return `${command.name()} ${word}`;
  const flag = word.split("=")[0];
  const known = !flag.startsWith("-") || command.options.some(({ long, short }) => flag === long || flag === short);
  return known || flag === "--help" || flag === "-h" ? unknownWord(command, rest) : `${command.name()} ${word}`;
}
