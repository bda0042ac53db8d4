import type { NDArray } from "../array";
import * as linear from "../linear";
import type { Operand } from "../types";
import type { Documentation } from "./Documentation";
import { register } from "./register";

declare module "../array" {
  interface NDArray extends Documentation<typeof linear, keyof typeof methods> {
    dot(other: Operand): NDArray;
    matmul(other: Operand): NDArray;
  }
}

const methods = {
  dot(this: NDArray, other: Operand) {
    return linear.dot(this, other);
  },
  matmul(this: NDArray, other: Operand) {
    return linear.matmul(this, other);
  },
};

register(methods satisfies Partial<NDArray>);
