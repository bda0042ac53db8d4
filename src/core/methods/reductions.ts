import type { NDArray } from "../array";
import * as reduction from "../reduction";
import type { Axis } from "../types";
import type { Documentation } from "./Documentation";
import { register } from "./register";

declare module "../array" {
  interface NDArray extends Documentation<typeof reduction, keyof typeof methods> {
    sum(): number;
    sum(axis: Axis, keepdims?: boolean): NDArray;
    sum(axis: Axis | null | undefined, keepdims: true): NDArray;
    prod(): number;
    prod(axis: Axis, keepdims?: boolean): NDArray;
    prod(axis: Axis | null | undefined, keepdims: true): NDArray;
    mean(): number;
    mean(axis: Axis, keepdims?: boolean): NDArray;
    mean(axis: Axis | null | undefined, keepdims: true): NDArray;
    max(): number;
    max(axis: Axis, keepdims?: boolean): NDArray;
    max(axis: Axis | null | undefined, keepdims: true): NDArray;
    min(): number;
    min(axis: Axis, keepdims?: boolean): NDArray;
    min(axis: Axis | null | undefined, keepdims: true): NDArray;
    std(): number;
    std(axis: Axis, keepdims?: boolean): NDArray;
    std(axis: Axis | null | undefined, keepdims: true): NDArray;
    var(): number;
    var(axis: Axis, keepdims?: boolean): NDArray;
    var(axis: Axis | null | undefined, keepdims: true): NDArray;
    argmax(): number;
    argmax(axis: number): NDArray;
    argmin(): number;
    argmin(axis: number): NDArray;
    all(): boolean;
    all(axis: Axis, keepdims?: boolean): NDArray;
    any(): boolean;
    any(axis: Axis, keepdims?: boolean): NDArray;
    cumsum(axis?: number): NDArray;
  }
}

const methods = {
  sum(this: NDArray, axis?: Axis | null, keepdims?: boolean) {
    return reduction.sum(this, axis, keepdims);
  },
  prod(this: NDArray, axis?: Axis | null, keepdims?: boolean) {
    return reduction.prod(this, axis, keepdims);
  },
  mean(this: NDArray, axis?: Axis | null, keepdims?: boolean) {
    return reduction.mean(this, axis, keepdims);
  },
  max(this: NDArray, axis?: Axis | null, keepdims?: boolean) {
    return reduction.max(this, axis, keepdims);
  },
  min(this: NDArray, axis?: Axis | null, keepdims?: boolean) {
    return reduction.min(this, axis, keepdims);
  },
  std(this: NDArray, axis?: Axis | null, keepdims?: boolean) {
    return reduction.std(this, axis, keepdims);
  },
  var(this: NDArray, axis?: Axis | null, keepdims?: boolean) {
    return reduction.var(this, axis, keepdims);
  },
  argmax(this: NDArray, axis?: number) {
    return reduction.argmax(this, axis);
  },
  argmin(this: NDArray, axis?: number) {
    return reduction.argmin(this, axis);
  },
  all(this: NDArray, axis?: Axis, keepdims?: boolean) {
    return reduction.all(this, axis, keepdims);
  },
  any(this: NDArray, axis?: Axis, keepdims?: boolean) {
    return reduction.any(this, axis, keepdims);
  },
  cumsum(this: NDArray, axis?: number) {
    return reduction.cumsum(this, axis);
  },
};

register(methods);
