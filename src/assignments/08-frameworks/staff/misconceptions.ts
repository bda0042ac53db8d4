import type { Misconception } from "../../../check/contract";
import { elements } from "./misconceptions/elements";
import { forward } from "./misconceptions/forward";
import { losses } from "./misconceptions/losses";
import { training } from "./misconceptions/training";

/**
 * Wrong variants of every function. Where two of them agree on a check, the first one is named, so the usual mistakes
 * come before the rare ones.
 */
export const misconceptions: Misconception[] = [...elements, ...forward, ...losses, ...training];
