import { decode, difference, flatten } from "../fixtures";
import { type Case, isError, run } from "../runCase";

/** How a call differs from NumPy: in what it accepts, in the shape or in the values of its result. */
export type Difference = "accepts what NumPy refuses" | "refuses what NumPy accepts" | "other shape" | "other values";

/** Null where a call of np does what NumPy does. */
export function judge(fixture: Case): Difference | null {
  const refused = isError(fixture.expect);
  let actual: unknown;
  try {
    actual = run(fixture);
  } catch {
    return refused ? null : "refuses what NumPy accepts";
  }
  if (refused) return "accepts what NumPy refuses";
  const expected = fixture.f === "toString" ? fixture.expect : flatten(decode(fixture.expect));
  const given = comparable(actual);
  const wanted = comparable(expected);
  if (difference(given, wanted) <= 1e-9) return null;
  return JSON.stringify(shapesOf(given)) === JSON.stringify(shapesOf(wanted)) ? "other values" : "other shape";
}

/** A truth value is a boolean here where NumPy has one; in arrays, it is 0 or 1 in both. */
function comparable(value: unknown): unknown {
  if (typeof value === "boolean") return Number(value);
  return Array.isArray(value) ? value.map(comparable) : value;
}

function shapesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapesOf);
  return typeof value === "object" && value !== null && "shape" in value ? value.shape : typeof value;
}
