import type { Misconception } from "../../../check/contract";
import { adam } from "./misconceptions/adam";
import { averages } from "./misconceptions/averages";
import { decay } from "./misconceptions/decay";
import { gradientDescent } from "./misconceptions/gradientDescent";
import { initialization } from "./misconceptions/initialization";
import { miniBatches } from "./misconceptions/miniBatches";
import { momentum } from "./misconceptions/momentum";
import { rmsprop } from "./misconceptions/rmsprop";

/**
 * Wrong variants of every function. Where two of them agree on a check, the first one is named, so the usual mistakes
 * come before the rare ones.
 */
export const misconceptions: Misconception[] = [
  ...gradientDescent,
  ...miniBatches,
  ...averages,
  ...initialization,
  ...momentum,
  ...rmsprop,
  ...adam,
  ...decay,
];
