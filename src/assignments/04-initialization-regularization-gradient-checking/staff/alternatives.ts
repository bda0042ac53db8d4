import type { Alternative } from "../../../check/contract";
import { explicitLoops } from "./alternatives/explicitLoops";
import { layerByLayer } from "./alternatives/layerByLayer";
import { otherFormulas } from "./alternatives/otherFormulas";

export const alternatives: Alternative[] = [explicitLoops, otherFormulas, layerByLayer];
