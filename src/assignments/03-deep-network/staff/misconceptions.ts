import type { Misconception } from "../../../check/contract";
import { backward } from "./misconceptions/backward";
import { cost } from "./misconceptions/cost";
import { forward } from "./misconceptions/forward";
import { initialization } from "./misconceptions/initialization";
import { update } from "./misconceptions/update";

/**
 * Wrong variants of every function. Where two of them agree on a check, the first one is named, so the usual mistakes
 * come before the rare ones.
 */
export const misconceptions: Misconception[] = [...initialization, ...forward, ...cost, ...backward, ...update];
