import type { Misconception } from "../../../check/contract";
import { dropout } from "./misconceptions/dropout";
import { gradientChecking } from "./misconceptions/gradientChecking";
import { initialization } from "./misconceptions/initialization";
import { normalization } from "./misconceptions/normalization";
import { regularization } from "./misconceptions/regularization";

/**
 * Wrong variants of every function. Where two of them agree on a check, the first one is named, so the usual mistakes
 * come before the rare ones.
 */
export const misconceptions: Misconception[] = [
  ...initialization,
  ...normalization,
  ...regularization,
  ...dropout,
  ...gradientChecking,
];
