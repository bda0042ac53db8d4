import type { Outcome, Value } from "../../src/check/contract";
import { typeOf } from "../../src/check/describe";
import type { PreparedCheck } from "../../src/check/prepare";

/**
 * The places in a function's results that learners know: key paths, such as `grads.dw`, that occur in every case of its
 * public checks. Other keys may depend on the inputs, as `W3` does on the number of layers, and hidden inputs stay
 * secret.
 */
export function knownPlaces(checks: readonly PreparedCheck[]): ReadonlySet<string> {
  const all = checks.filter(({ hidden }) => !hidden).flatMap(({ expected }) => expected.map(placesIn));
  const [first = new Set<string>()] = all;
  return new Set([...first].filter((place) => all.every((places) => places.has(place))));
}

function placesIn(outcome: Outcome): Set<string> {
  return new Set(outcome.kind === "returned" ? pathsIn(outcome.value, "") : []);
}

function* pathsIn(value: Value, path: string): Generator<string> {
  if (typeOf(value) !== "object") return;
  for (const [key, item] of Object.entries(value as Record<string, Value>)) {
    const place = path ? `${path}.${key}` : key;
    yield place;
    yield* pathsIn(item, place);
  }
}
