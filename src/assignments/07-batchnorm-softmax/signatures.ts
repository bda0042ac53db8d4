// Made by `nablab build` from staff/solution.ts, for the types of `check({ … })`.
import type { NDArray } from "../../core/NDArray";
import type { BatchNormCache, Statistics } from "./assignment";
export declare function sampleLogScale(low: number, high: number, n: number, seed: number): NDArray;
export declare function sampleMomentum(low: number, high: number, n: number, seed: number): NDArray;
export declare function zoomIn(values: number[], scores: number[], keep: number): {
    low: number;
    high: number;
};
export declare function batchNormForward(Z: NDArray, gamma: NDArray, beta: NDArray, epsilon?: number): {
    ZTilde: NDArray;
    cache: BatchNormCache;
};
export declare function batchNormBackward(dZTilde: NDArray, cache: BatchNormCache): {
    dZ: NDArray;
    dGamma: NDArray;
    dBeta: NDArray;
};
export declare function updateRunning(running: Statistics, batch: Statistics, momentum?: number): Statistics;
export declare function batchNormInference(Z: NDArray, gamma: NDArray, beta: NDArray, running: Statistics, epsilon?: number): NDArray;
export declare function softmax(Z: NDArray): NDArray;
export declare function oneHot(labels: NDArray, C: number): NDArray;
export declare function crossEntropyCost(A: NDArray, Y: NDArray): number;
export declare function softmaxBackward(A: NDArray, Y: NDArray): NDArray;
export declare function crossEntropyFromLogits(Z: NDArray, Y: NDArray): number;
