import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { Gradients, Parameters } from "../assignment";

type ParameterKey = keyof Parameters;
type GradientKey = keyof Gradients;
type Dictionary = Readonly<Record<string, NDArray>>;

/** The keys of the parameters beside those of their gradients: ["W1", "dW1"], ["b1", "db1"], … */
export function keysOf(parameters: Parameters): [ParameterKey, GradientKey][] {
  return Object.keys(parameters).map((key) => [key as ParameterKey, `d${key}` as GradientKey]);
}

/** New parameters, each by the same rule. */
export function eachParameter(
  parameters: Parameters,
  rule: (parameter: NDArray, key: GradientKey) => NDArray,
): Parameters {
  return Object.fromEntries(keysOf(parameters).map(([key, dKey]) => [key, rule(parameters[key], dKey)]));
}

/** One array for every parameter, under the gradient's key. */
export function eachGradient(
  parameters: Parameters,
  rule: (key: GradientKey, parameter: NDArray) => NDArray,
): Gradients {
  return Object.fromEntries(keysOf(parameters).map(([key, dKey]) => [dKey, rule(dKey, parameters[key])]));
}

/** β old + (1 - β) now. */
export function weighted(beta: number, old: NDArray, now: NDArray): NDArray {
  return np.add(np.multiply(beta, old), np.multiply(1 - beta, now));
}

/** The dictionary without the last layer. */
export function withoutLastLayer<D extends Dictionary>(dictionary: D): D {
  const last = Object.keys(dictionary).length / 2;
  return keep(dictionary, (key) => Number(/\d+$/.exec(key)) !== last);
}

/** The weights from `updated`, and the biases as they were. */
export function onlyWeights<D extends Dictionary>(updated: D, before: Dictionary): D {
  return Object.fromEntries(
    Object.entries(updated).map(([key, value]) => [key, /b/.test(key) ? before[key] : value]),
  ) as D;
}

export function keep<D extends Dictionary>(dictionary: D, wanted: (key: string) => boolean): D {
  return Object.fromEntries(Object.entries(dictionary).filter(([key]) => wanted(key))) as D;
}
