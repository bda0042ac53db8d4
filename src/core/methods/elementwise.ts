import * as arithmetic from "../arithmetic";
import type { NDArray } from "../array";
import * as comparison from "../comparison";
import type { Operand } from "../types";
import * as unary from "../unary";
import type { Documentation } from "./Documentation";
import { register } from "./register";

declare module "../array" {
  interface NDArray extends Documentation<typeof arithmetic & typeof comparison & typeof unary, keyof typeof methods> {
    add(other: Operand): NDArray;
    subtract(other: Operand): NDArray;
    multiply(other: Operand): NDArray;
    divide(other: Operand): NDArray;
    power(other: Operand): NDArray;
    mod(other: Operand): NDArray;
    maximum(other: Operand): NDArray;
    minimum(other: Operand): NDArray;
    clip(low: Operand | null, high: Operand | null): NDArray;
    equal(other: Operand): NDArray;
    notEqual(other: Operand): NDArray;
    greater(other: Operand): NDArray;
    greaterEqual(other: Operand): NDArray;
    less(other: Operand): NDArray;
    lessEqual(other: Operand): NDArray;
    negative(): NDArray;
    abs(): NDArray;
    sign(): NDArray;
    sqrt(): NDArray;
    square(): NDArray;
    exp(): NDArray;
    expm1(): NDArray;
    log(): NDArray;
    log1p(): NDArray;
    log2(): NDArray;
    log10(): NDArray;
    sin(): NDArray;
    cos(): NDArray;
    tanh(): NDArray;
    floor(): NDArray;
    ceil(): NDArray;
    round(decimals?: number): NDArray;
  }
}

// Written out one by one, since the compiler keeps one record of types and calls per function in the source: methods
// that shared one would slow each other down.
const methods = {
  add(this: NDArray, other: Operand) {
    return arithmetic.add(this, other);
  },
  subtract(this: NDArray, other: Operand) {
    return arithmetic.subtract(this, other);
  },
  multiply(this: NDArray, other: Operand) {
    return arithmetic.multiply(this, other);
  },
  divide(this: NDArray, other: Operand) {
    return arithmetic.divide(this, other);
  },
  power(this: NDArray, other: Operand) {
    return arithmetic.power(this, other);
  },
  mod(this: NDArray, other: Operand) {
    return arithmetic.mod(this, other);
  },
  maximum(this: NDArray, other: Operand) {
    return arithmetic.maximum(this, other);
  },
  minimum(this: NDArray, other: Operand) {
    return arithmetic.minimum(this, other);
  },
  clip(this: NDArray, low: Operand | null, high: Operand | null) {
    return arithmetic.clip(this, low, high);
  },
  equal(this: NDArray, other: Operand) {
    return comparison.equal(this, other);
  },
  notEqual(this: NDArray, other: Operand) {
    return comparison.notEqual(this, other);
  },
  greater(this: NDArray, other: Operand) {
    return comparison.greater(this, other);
  },
  greaterEqual(this: NDArray, other: Operand) {
    return comparison.greaterEqual(this, other);
  },
  less(this: NDArray, other: Operand) {
    return comparison.less(this, other);
  },
  lessEqual(this: NDArray, other: Operand) {
    return comparison.lessEqual(this, other);
  },
  negative(this: NDArray) {
    return unary.negative(this);
  },
  abs(this: NDArray) {
    return unary.abs(this);
  },
  sign(this: NDArray) {
    return unary.sign(this);
  },
  sqrt(this: NDArray) {
    return unary.sqrt(this);
  },
  square(this: NDArray) {
    return unary.square(this);
  },
  exp(this: NDArray) {
    return unary.exp(this);
  },
  expm1(this: NDArray) {
    return unary.expm1(this);
  },
  log(this: NDArray) {
    return unary.log(this);
  },
  log1p(this: NDArray) {
    return unary.log1p(this);
  },
  log2(this: NDArray) {
    return unary.log2(this);
  },
  log10(this: NDArray) {
    return unary.log10(this);
  },
  sin(this: NDArray) {
    return unary.sin(this);
  },
  cos(this: NDArray) {
    return unary.cos(this);
  },
  tanh(this: NDArray) {
    return unary.tanh(this);
  },
  floor(this: NDArray) {
    return unary.floor(this);
  },
  ceil(this: NDArray) {
    return unary.ceil(this);
  },
  round(this: NDArray, decimals?: number) {
    return unary.round(this, decimals);
  },
};

register(methods satisfies Partial<NDArray>);
