import { RandomState } from "./RandomState";

/**
 * Random numbers: one generator that everything shares, with the stream of NumPy's legacy one.
 *
 * @example
 * np.random.seed(3);
 * np.random.randn(2, 3); // [[1.78862847 0.43650985 0.09649747] [-1.8634927 -0.2773882 -0.35475898]]
 */
export const random: RandomState = new RandomState();
