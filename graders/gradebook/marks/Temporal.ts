/** Node 26 has Temporal, which TypeScript 5.9 does not declare: as much of it as is used here. */
declare const Temporal: {
  Instant: { from(text: string): Instant };
  PlainDateTime: { from(text: string): { toZonedDateTime(zone: string): ZonedDateTime } };
};

interface Instant {
  epochMilliseconds: number;
  toZonedDateTimeISO(zone: string): ZonedDateTime;
}

/** A time as clocks show it somewhere. */
export interface ZonedDateTime {
  epochMilliseconds: number;
  add(duration: { days?: number; minutes?: number }): ZonedDateTime;
  toPlainDate(): { toString(): string };
  toPlainTime(): { toString(options: { smallestUnit: "minute" | "second" }): string };
}

/** @throws RangeError for a text that is not a time in ISO 8601 with an offset, or an unknown zone */
export function zoned(time: string, zone: string): ZonedDateTime {
  return Temporal.Instant.from(time).toZonedDateTimeISO(zone);
}

/**
 * @param text in ISO 8601, without an offset
 * @throws RangeError as {@link zoned}
 */
export function local(text: string, zone: string): ZonedDateTime {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone);
}
