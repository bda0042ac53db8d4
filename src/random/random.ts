import { RandomState } from "./RandomState";

/** `np.random`: one shared generator; `np.random.seed(3)` starts its stream again. */
export const random: RandomState = new RandomState();
