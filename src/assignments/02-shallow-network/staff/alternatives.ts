import type { Alternative } from "../../../check/contract";
import { augmented } from "./alternatives/augmented";
import { explicitLoops } from "./alternatives/explicitLoops";
import { logits } from "./alternatives/logits";

export const alternatives: Alternative[] = [explicitLoops, logits, augmented];
