import type { Misconception } from "../../../check/contract";
import { batchNormBackward } from "./misconceptions/batchNormBackward";
import { batchNormForward } from "./misconceptions/batchNormForward";
import { batchNormInUse } from "./misconceptions/batchNormInUse";
import { crossEntropy } from "./misconceptions/crossEntropy";
import { fromLogits } from "./misconceptions/fromLogits";
import { search } from "./misconceptions/search";
import { softmax } from "./misconceptions/softmax";

/**
 * Wrong variants of every function. Where two of them agree on a check, the first one is named, so the usual mistakes
 * come before the rare ones.
 */
export const misconceptions: Misconception[] = [
  ...search,
  ...batchNormForward,
  ...batchNormBackward,
  ...batchNormInUse,
  ...softmax,
  ...crossEntropy,
  ...fromLogits,
];
