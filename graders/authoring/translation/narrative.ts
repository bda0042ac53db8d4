import { hashOf } from "../../text/hashOf";

/** A text of the lesson in another language: a cell, or the documentation of a graded function. */
export interface Passage {
  /** Of the English text that it translates. */
  hash: string;
  text: string;
}

/** Eight digits tell a course's texts apart, and can be compared by eye. */
export function passageHash(english: string): string {
  return hashOf(english).slice(0, 8);
}

const marker = /^<!-- ([0-9a-f]{8})(?: .*)? -->$/;

/**
 * The passages of a file `notebook.md`: each below a line `<!-- 1a2b3c4d … -->` with the hash of the English text. What
 * stands before the first such line belongs to none.
 */
export function parsePassages(file: string): Passage[] {
  const passages: { hash: string; lines: string[] }[] = [];
  for (const line of file.split(/\r?\n/)) {
    const hash = marker.exec(line)?.[1];
    if (hash) passages.push({ hash, lines: [] });
    else passages.at(-1)?.lines.push(line);
  }
  return passages.map(({ hash, lines }) => ({ hash, text: lines.join("\n").replace(/^\n+|\s+$/g, "") }));
}

/** The text of a file `notebook.md`. A passage's `about` tells readers what it is. */
export function formatPassages(head: string, passages: readonly (Passage & { about: string })[]): string {
  const parts = passages.map(({ hash, about, text }) => `<!-- ${hash} ${about} -->\n\n${text}\n`);
  return [`${head}\n`, ...parts].join("\n");
}
