import { type FileEntry, FingerprintIndex, type SharedFingerprint, type TokenizedFile } from "@dodona/dolos-core";

/** Two of the files that were compared. */
export interface AlikePair {
  /** Their positions among the files. */
  left: number;
  right: number;
  /** How much of both is in common, from 0 to 1. */
  similarity: number;
  /** How many fingerprints of both together are in common: much of little code is less than of much. */
  common: number;
}

/**
 * Fingerprints of 23 tokens, as Dolos takes them, and at least one of 5 in a row is kept. Dolos's one of 17 ranks as well,
 * but what is marked as common then begins and ends further from where it does.
 */
const [tokensInFingerprint, window] = [23, 5];

/** The fingerprints of some files, without those that a file has which everybody was given. */
export function indexOf(files: readonly TokenizedFile[], given: TokenizedFile): FingerprintIndex {
  const index = new FingerprintIndex(tokensInFingerprint, window);
  index.addFiles([...files]);
  // Afterwards: Dolos ignores what it finds in the files that are there already.
  index.addIgnoredFile(given);
  return index;
}

/**
 * Every pair of files, as far as they have anything in common, the most alike first.
 *
 * The fingerprints are Dolos's. Its own list of pairs is not used: it keeps every pair with all that it shares, which is
 * gigabytes for a class of 1,000, and takes the ignored fingerprints of one file for those of both.
 *
 * @param most how many to return
 */
export function alikePairs(files: readonly TokenizedFile[], given: TokenizedFile, most: number): AlikePair[] {
  const entries = indexOf(files, given).entries();
  const common = commonOf(entries);
  const totals = entries.map(ownFingerprints);
  const pairs: AlikePair[] = [];
  for (let left = 0; left < entries.length; left++) {
    for (let right = left + 1; right < entries.length; right++) {
      const shared = common[left * entries.length + right];
      if (shared === 0) continue;
      pairs.push({ left, right, similarity: shared / (totals[left] + totals[right]), common: shared });
    }
  }
  return pairs.sort(mostAlikeFirst).slice(0, most);
}

function mostAlikeFirst(a: AlikePair, b: AlikePair): number {
  return b.similarity - a.similarity || b.common - a.common || a.left - b.left || a.right - b.right;
}

/** For each two files, how often fingerprints that both have occur in them. */
function commonOf(entries: readonly FileEntry[]): Uint32Array {
  const places = new Map(entries.map(({ file }, i) => [file, i]));
  const fingerprints = new Set<SharedFingerprint>();
  for (const { shared } of entries) for (const one of shared) fingerprints.add(one);
  const common = new Uint32Array(entries.length ** 2);
  for (const fingerprint of fingerprints) {
    const holders = fingerprint.files().map((file) => ({
      place: places.get(file) as number,
      times: fingerprint.occurrencesOf(file).length,
    }));
    holders.sort((a, b) => a.place - b.place);
    for (let i = 0; i < holders.length; i++) {
      const { place, times } = holders[i];
      for (let j = i + 1; j < holders.length; j++) {
        common[place * entries.length + holders[j].place] += times + holders[j].times;
      }
    }
  }
  return common;
}

/** How many fingerprints a file has, but for those that everybody was given. */
function ownFingerprints({ file, kgrams, ignored }: FileEntry): number {
  let given = 0;
  for (const fingerprint of ignored) given += fingerprint.occurrencesOf(file).length;
  return kgrams.length - given;
}
