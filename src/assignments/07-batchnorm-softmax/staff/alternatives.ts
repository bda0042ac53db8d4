import type { Alternative } from "../../../check/contract";
import { explicitLoops } from "./alternatives/explicitLoops";
import { pathByPath } from "./alternatives/pathByPath";
import { rightClassAlone } from "./alternatives/rightClassAlone";

export const alternatives: Alternative[] = [explicitLoops(), pathByPath(), rightClassAlone()];
