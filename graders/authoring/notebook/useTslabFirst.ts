import type { Cell, Step } from "./Cell";

const start = `import * as tslab from "tslab";
import { useTslab } from "nablab";

useTslab(tslab);

`;

/** Makes the first code cell show everything through tslab's own display. */
export const useTslabFirst: Step = (cells) => {
  const first = cells.findIndex(({ type }) => type === "code");
  return cells.map((cell, i): Cell => (i === first ? { ...cell, source: `${start}${cell.source}` } : cell));
};
