import type { Misconception } from "../../../check/contract";
import { convBackward } from "./misconceptions/convBackward";
import { convForward } from "./misconceptions/convForward";
import { costs } from "./misconceptions/costs";
import { filters } from "./misconceptions/filters";
import { poolBackward } from "./misconceptions/poolBackward";
import { poolForward } from "./misconceptions/poolForward";
import { residualBlock } from "./misconceptions/residualBlock";
import { sizes } from "./misconceptions/sizes";

/**
 * Wrong variants of every function. Where two of them agree on a check, the first one is named, so the usual mistakes
 * come before the rare ones.
 */
export const misconceptions: Misconception[] = [
  ...filters,
  ...sizes,
  ...convForward,
  ...poolForward,
  ...convBackward,
  ...poolBackward,
  ...residualBlock,
  ...costs,
];
