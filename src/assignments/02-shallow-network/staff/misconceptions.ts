import type { Misconception } from "../../../check/contract";
import { backwardMistakes } from "./misconceptions/backward";
import { costMistakes } from "./misconceptions/cost";
import { forwardMistakes } from "./misconceptions/forward";
import { initializationMistakes } from "./misconceptions/initialization";
import { predictionMistakes } from "./misconceptions/prediction";
import { trainingMistakes } from "./misconceptions/training";
import { updateMistakes } from "./misconceptions/update";

/**
 * Wrong variants of every function. Where two of them agree on a check, the first one is named, so the usual mistakes
 * come before the rare ones.
 */
export const misconceptions: Misconception[] = [
  ...initializationMistakes,
  ...forwardMistakes,
  ...costMistakes,
  ...backwardMistakes,
  ...updateMistakes,
  ...trainingMistakes,
  ...predictionMistakes,
];
