// Made by `nablab build` from staff/solution.ts, for the types of `check({ … })`.
import type { NDArray } from "../../core/NDArray";
import type { Gradients, MiniBatch, Parameters } from "./assignment";
export declare function updateParametersWithGd(parameters: Parameters, grads: Gradients, learningRate: number): Parameters;
export declare function randomMiniBatches(X: NDArray, Y: NDArray, miniBatchSize?: number, seed?: number): MiniBatch[];
export declare function exponentiallyWeightedAverage(theta: NDArray, beta: number): NDArray;
export declare function initializeVelocity(parameters: Parameters): Gradients;
export declare function updateParametersWithMomentum(parameters: Parameters, grads: Gradients, v: Gradients, beta: number, learningRate: number): {
    parameters: Parameters;
    v: Gradients;
};
export declare function updateParametersWithRmsprop(parameters: Parameters, grads: Gradients, s: Gradients, beta: number, learningRate: number, epsilon?: number): {
    parameters: Parameters;
    s: Gradients;
};
export declare function initializeAdam(parameters: Parameters): {
    v: Gradients;
    s: Gradients;
};
export declare function updateParametersWithAdam(parameters: Parameters, grads: Gradients, v: Gradients, s: Gradients, t: number, learningRate?: number, beta1?: number, beta2?: number, epsilon?: number): {
    parameters: Parameters;
    v: Gradients;
    s: Gradients;
};
export declare function learningRateDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval?: number): number;
