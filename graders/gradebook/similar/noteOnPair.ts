import { words } from "../../../src/words/words";
import type { Act } from "../Act";
import { writeDown } from "../audit";
import { pairPage } from "../queries/similarPairs";
import { Refusal } from "../Refusal";
import type { Change } from "../Store";
import type { RunRow } from "../schema";

/** More than a page of text. */
const longest = 5000;

/**
 * Writes down what staff think of a pair. Earlier notes stay.
 *
 * @param left one submission, and `right` the other
 * @throws Refusal for an empty or overlong note, or for submissions that are not two of this run
 */
export async function noteOnPair(
  trx: Change,
  act: Act,
  run: RunRow,
  { left, right, text }: { left: string; right: string; text: string },
): Promise<void> {
  const written = text.trim();
  if (written === "") throw new Refusal(words.similar.emptyNote);
  if (written.length > longest) throw new Refusal(words.similar.longNote(longest));
  const pair = await pairPage(trx, run, left, right);
  const row = {
    ...{ id: act.newId(), run: run.id, left: pair.left.person, right: pair.right.person },
    ...{ text: written, by: act.by, at: act.now() },
  };
  await trx.insertInto("pairNote").values(row).execute();
  await writeDown(trx, act, { what: "note", about: `run:${run.id}`, after: { left, right, note: row.id } });
}
