import { RandomState } from "../../../src/random/RandomState";
import { random } from "../../../src/random/random";

/**
 * Watches `np.random` from now on. The function that it returns says whether anything of it was used since it was last
 * asked: then the random numbers that come next are others.
 */
export function watchRandom(): () => boolean {
  let used = false;
  for (const name of Object.getOwnPropertyNames(RandomState.prototype)) {
    const method: unknown = Reflect.get(random, name);
    if (name === "constructor" || typeof method !== "function") continue;
    const noted = (...args: unknown[]): unknown => {
      used = true;
      return Reflect.apply(method, random, args);
    };
    Object.defineProperty(random, name, { value: noted });
  }
  return () => {
    const was = used;
    used = false;
    return was;
  };
}
