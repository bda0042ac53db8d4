import { NDArray } from "../array";

/** Adds methods to every array: to its prototype, where those that a class declares stand as well, and as hidden as those. */
export function register(methods: object & ThisType<NDArray>): void {
  for (const name of Reflect.ownKeys(methods)) {
    const method = Object.getOwnPropertyDescriptor(methods, name);
    Object.defineProperty(NDArray.prototype, name, { ...method, enumerable: false });
  }
}
