import { NDArray } from "../array";

/** Adds methods to every array: non-enumerable and on the prototype, like the methods that a class declares. */
export function register(methods: object & ThisType<NDArray>): void {
  for (const name of Reflect.ownKeys(methods)) {
    const method = Object.getOwnPropertyDescriptor(methods, name);
    Object.defineProperty(NDArray.prototype, name, { ...method, enumerable: false });
  }
}
