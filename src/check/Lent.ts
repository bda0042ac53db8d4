import { NDArray } from "../core/NDArray";
import type { Value } from "./contract";
import type { TensorLibrary } from "./tensorLibrary";

/** Tensors that a function is given in place of arrays, and the lists and objects around them. */
export class Lent {
  private readonly tensors: { tensor: object; array: NDArray }[] = [];
  private readonly containers: { made: object; original: object; parts: [string, unknown][] }[] = [];

  constructor(private readonly library: TensorLibrary) {}

  /** The same value with a float32 tensor in place of each array. */
  lend(value: Value): unknown {
    if (value instanceof NDArray) {
      const tensor = this.library.make(value.toTypedArray(), value.shape);
      this.tensors.push({ tensor, array: value });
      return tensor;
    }
    if (typeof value !== "object" || value === null) return value;
    const made = Array.isArray(value)
      ? value.map((item: Value) => this.lend(item))
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.lend(item)]));
    this.containers.push({ made, original: value, parts: Object.entries(made) });
    return made;
  }

  /** Changes the arrays whose tensors were changed or disposed, and the lists and objects that were. */
  takeBack(): void {
    for (const { tensor, array } of this.tensors) {
      const content = this.library.read(tensor);
      const now = content && "data" in content ? content.data : [];
      const before = array.toTypedArray();
      const isSame = now.length === before.length && before.every((x, i) => Object.is(Math.fround(x), now[i]));
      // That it is different is enough.
      if (!isSame) array.data.fill(before.every(Number.isNaN) ? 0 : Number.NaN);
    }
    for (const { made, original, parts } of this.containers) {
      const now = Object.entries(made);
      const isSame = now.length === parts.length && parts.every(([key, part], i) => isPair(now[i], key, part));
      if (!isSame) Reflect.set(original, Object.keys(original).length, undefined);
    }
  }

  dispose(): void {
    for (const { tensor } of this.tensors) this.library.dispose(tensor);
  }
}

function isPair([key, part]: [string, unknown], otherKey: string, otherPart: unknown): boolean {
  return key === otherKey && Object.is(part, otherPart);
}
