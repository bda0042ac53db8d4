import { NDArray } from "../core/NDArray";
import type { Value } from "./contract";
import { mapArrays } from "./mapArrays";

/** What code sees of a value that reads `.data` as if an array's elements lay there in order, from the beginning. */
export function misread(value: Value): Value {
  return mapArrays(value, ({ data, shape, size }) => new NDArray(data.slice(0, size), shape));
}
