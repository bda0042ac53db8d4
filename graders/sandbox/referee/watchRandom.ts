import { RandomState } from "../../../src/random/RandomState";
import { random } from "../../../src/random/random";

/**
 * Watches `np.random` from now on. The returned function says whether any of it was used since it was last asked: if
 * so, the random numbers that follow are different.
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
