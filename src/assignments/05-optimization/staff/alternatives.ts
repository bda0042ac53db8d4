import type { Alternative } from "../../../check/contract";
import { byWeights } from "./alternatives/byWeights";
import { entryByEntry } from "./alternatives/entryByEntry";
import { explicitLoops } from "./alternatives/explicitLoops";

export const alternatives: Alternative[] = [explicitLoops(), entryByEntry(), byWeights()];
