import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../house/files";

/** A fenced block of a page. */
export interface Block {
  /** For messages: `docs/grading.md:18`. */
  place: string;
  /** The first word after the fence: `sh`, `ts`, `text`. */
  language: string;
  /** The other words, which say what is done with the block: `["exit", "1"]`. */
  words: string[];
  /** The words with a value: `{ file: "src/assignments/index.ts" }`. */
  settings: Record<string, string>;
  /** What is between the fences, with a line end after each line. */
  text: string;
}

/** The text of a page; `page` is relative to the repository. */
export function readPage(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

/** The fenced blocks of a page, in order. Throws when a fence is not closed. */
export function readBlocks(page: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let fence = "";
  const lines = readPage(page).split("\n");
  for (const [index, line] of lines.entries()) {
    if (open) {
      if (line === fence) {
        blocks.push(open);
        open = undefined;
      } else open.text += `${line}\n`;
    } else {
      const [, marks, info] = /^(`{3,})(.*)$/.exec(line) ?? [];
      if (marks === undefined) continue;
      fence = marks;
      open = startBlock(`${page}:${index + 1}`, info);
    }
  }
  if (open) throw new Error(`${open.place}: the block has no end`);
  return blocks;
}

function startBlock(place: string, info: string): Block {
  const [language = "", ...rest] = info.split(/\s+/);
  const words = rest.filter((word) => !word.includes("="));
  const settings = Object.fromEntries(rest.filter((word) => word.includes("=")).map((word) => word.split("=")));
  return { place, language, words, settings, text: "" };
}
