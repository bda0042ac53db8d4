import type { Alternative } from "../../../check/contract";
import { explicitLoops } from "./alternatives/explicitLoops";
import { otherFormulas } from "./alternatives/otherFormulas";
import { plainLists } from "./alternatives/plainLists";

export const alternatives: Alternative[] = [explicitLoops(), otherFormulas(), plainLists()];
