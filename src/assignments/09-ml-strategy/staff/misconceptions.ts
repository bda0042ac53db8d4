import type { Misconception } from "../../../check/contract";
import { diagnosis } from "./misconceptions/diagnosis";
import { errorAnalysis } from "./misconceptions/errorAnalysis";
import { metrics } from "./misconceptions/metrics";
import { multiTask } from "./misconceptions/multiTask";
import { satisficing } from "./misconceptions/satisficing";
import { splits } from "./misconceptions/splits";

/**
 * Wrong variants of every function. Where two of them agree on a check, the first one is named, so the usual mistakes
 * come before the rare ones.
 */
export const misconceptions: Misconception[] = [
  ...metrics,
  ...satisficing,
  ...splits,
  ...diagnosis,
  ...errorAnalysis,
  ...multiTask,
];
