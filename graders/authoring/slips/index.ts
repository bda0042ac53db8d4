import { rawData } from "./rawData";
import { rememberedByShape } from "./rememberedByShape";
import type { Slip } from "./Slip";
import { sharedBuffer } from "./sharedBuffer";

/** The slips that the checks of every function must notice. */
export const slips: readonly Slip[] = [rawData, rememberedByShape, sharedBuffer];
