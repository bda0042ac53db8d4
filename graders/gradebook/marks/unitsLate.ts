import type { LatePolicy } from "./LatePolicy";
import { zoned } from "./Temporal";

const hour = 3_600_000;

/**
 * How many days or hours were begun after a deadline. Days are calendar days in the course's zone: the one on which
 * winter time begins has 25 hours and is one day.
 *
 * @param received as all times here: ISO 8601 in UTC
 * @param deadline null: never late
 */
export function unitsLate(
  received: string,
  deadline: string | null,
  { grace, per }: Pick<LatePolicy, "grace" | "per">,
  zone: string,
): number {
  // Times are written so that they sort as they follow each other.
  if (deadline === null || received <= deadline) return 0;
  const at = zoned(received, zone).epochMilliseconds;
  const end = zoned(deadline, zone);
  if (at <= end.epochMilliseconds + grace * 60_000) return 0;
  const late = at - end.epochMilliseconds;
  if (per === "hour") return Math.ceil(late / hour);
  // A day has 23 hours at least, or 25: start below, and go up.
  let days = Math.max(1, Math.floor(late / (24 * hour)) - 1);
  while (at > end.add({ days }).epochMilliseconds) days += 1;
  return days;
}
