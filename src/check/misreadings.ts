import { words } from "../words/words";
import type { AnyFunction, Case, Misconception } from "./contract";
import { arraysIn } from "./mapArrays";
import { misread } from "./misread";

/** The name of this misconception in results, whatever the function. */
export const misreadingId = "reads-data-in-order";

/**
 * The misconception that `.data` holds an array's elements in order, made of the reference: about all arguments, or, if
 * several have arrays, about one of them.
 */
export function misreadings(name: string, reference: AnyFunction, cases: readonly Case[]): Misconception[] {
  const most = Math.max(...cases.map(({ args }) => args.length));
  const places = Array.from({ length: most }, (_, i) => i).filter((i) =>
    cases.some(({ args }) => arraysIn(args[i]).length > 0),
  );
  const about = places.length > 1 ? [places, ...places.map((place) => [place])] : places.map((place) => [place]);
  return about.map((chosen) => ({
    id: misreadingId,
    function: name,
    message: words.checks.readsDataInOrder,
    implementation: (...args) => reference(...args.map((arg, i) => (chosen.includes(i) ? misread(arg) : arg))),
  }));
}
