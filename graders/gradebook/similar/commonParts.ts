import type { Region, TokenizedFile } from "@dodona/dolos-core";
import { indexOf } from "./pairs";

/** A part of the code, in lines through all statements and in columns, both from 0; the end is behind the last one. */
export interface Part {
  startLine: number;
  start: number;
  endLine: number;
  end: number;
}

/** A part of one file, and what is like it in the other. */
export interface CommonPart {
  left: Part;
  right: Part;
}

/** So many occurrences of one fingerprint are repetitions, of which Dolos would pair each with each. */
const mostRepetitions = 50;

/** Shorter parts are in any two programs: about as much as `const [rows, columns] = X.shape;`. */
const fewestFingerprints = 3;

/** What two files have in common beyond what everybody was given, in the order of the first file. */
export function commonParts(left: TokenizedFile, right: TokenizedFile, given: TokenizedFile): CommonPart[] {
  const index = indexOf([left, right], given);
  index.addIgnoredHashes(
    index
      .sharedFingerprints()
      .filter((one) => one.occurrencesOf(left).length * one.occurrencesOf(right).length > mostRepetitions ** 2)
      .map(({ hash }) => hash),
  );
  const fragments = index.getPair(left, right).buildFragments(fewestFingerprints);
  return fragments.map(({ leftSelection, rightSelection }) => ({
    left: partOf(leftSelection),
    right: partOf(rightSelection),
  }));
}

function partOf({ startRow, startCol, endRow, endCol }: Region): Part {
  return { startLine: startRow, start: startCol, endLine: endRow, end: endCol };
}
