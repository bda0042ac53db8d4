import type { Alternative } from "../../../check/contract";
import { chained } from "./alternatives/chained";
import { errorFirst } from "./alternatives/errorFirst";
import { explicitLoops } from "./alternatives/explicitLoops";

export const alternatives: Alternative[] = [explicitLoops(), chained(), errorFirst()];
