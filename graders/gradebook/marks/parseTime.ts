import { words } from "../../../src/words/words";
import { Refusal } from "../Refusal";
import { local, zoned } from "./Temporal";

/** A day and a time of it: a day alone could mean its beginning or its end. */
const form = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * A time as people write it, `2026-12-01 23:59`, where the course is unless an offset says otherwise; as it is stored.
 *
 * @throws Refusal for anything else
 */
export function parseTime(text: string, zone: string): string {
  const [, , , offset] = form.exec(text.trim()) ?? [];
  try {
    if (!form.test(text.trim())) throw new RangeError();
    const time = text.trim().replace(" ", "T");
    const at = offset === undefined ? local(time, zone) : zoned(time, zone);
    return new Date(at.epochMilliseconds).toISOString();
  } catch {
    throw new Refusal(words.gradebook.time.wrong(text));
  }
}

/** A stored time as clocks show it where the course is. */
export function showTime(time: string, zone: string): string {
  const at = zoned(time, zone);
  const smallestUnit = time.endsWith(":00.000Z") ? "minute" : "second";
  return `${at.toPlainDate().toString()} ${at.toPlainTime().toString({ smallestUnit })}`;
}
