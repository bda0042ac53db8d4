import type { Alternative } from "../../../check/define";
import { chained } from "./alternatives/chained";
import { errorFirst } from "./alternatives/errorFirst";
import { explicitLoops } from "./alternatives/explicitLoops";

export const alternatives: Alternative[] = [explicitLoops(), chained(), errorFirst()];
