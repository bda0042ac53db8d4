import type { Alternative } from "../../../check/contract";
import { explicitLoops } from "./alternatives/explicitLoops";
import { imageToColumns } from "./alternatives/imageToColumns";
import { shiftedImages } from "./alternatives/shiftedImages";

export const alternatives: Alternative[] = [explicitLoops, imageToColumns, shiftedImages];
