import type { Alternative } from "../../../check/contract";
import { byMethods } from "./alternatives/byMethods";
import { byOptimizers } from "./alternatives/byOptimizers";
import { fromFormulas } from "./alternatives/fromFormulas";

export const alternatives: Alternative[] = [byMethods(), byOptimizers(), fromFormulas()];
