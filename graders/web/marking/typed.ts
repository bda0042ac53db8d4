import { words } from "../../../src/words/words";
import { Refusal } from "../../gradebook/Refusal";
import type { Fields } from "../pages/typedAgain";

const say = words.dashboardMarking.refused;

/** What a form has to hold, or it is not one of ours. */
export function fieldOf(fields: Fields, name: string): string {
  const value = fields[name];
  if (value === undefined) throw new Refusal(say.unknownForm);
  return value;
}

/** Null when nothing was typed. */
export function pointsIn({ points = "" }: Fields): number | null {
  const typed = points.trim();
  if (typed === "") return null;
  if (!/^\d+(\.\d+)?$/.test(typed)) throw new Refusal(say.noPoints(typed));
  return Number(typed);
}

/** Points and a reason, both of which an override needs. */
export function givenIn(fields: Fields): { points: number; reason: string } {
  const points = pointsIn(fields);
  if (points === null) throw new Refusal(say.noPoints(""));
  const reason = fieldOf(fields, "reason").trim();
  if (reason === "") throw new Refusal(say.noReason);
  return { points, reason };
}

/** The function that was chosen; null for all of it. */
export function placeIn({ place = "" }: Fields): string | null {
  return place.trim() === "" ? null : place.trim();
}

/** Not a number when something else was typed. */
export function lineIn({ line = "" }: Fields): number | null {
  return line.trim() === "" ? null : Number(line);
}

/** The page of a submission, as it was reached. */
export function submissionAddress(id: string, { of }: Fields, query: Fields = {}, fragment = ""): string {
  const all = new URLSearchParams({ ...(of ? { function: of } : {}), ...query }).toString();
  return `/submissions/${id}${all === "" ? "" : `?${all}`}${fragment === "" ? "" : `#${fragment}`}`;
}
