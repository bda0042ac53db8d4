// Made by `nablab build` from staff/solution.ts, for the types of `check({ … })`.
import type { NDArray } from "../../core/NDArray";
import type { ForwardCache, Gradients, NetworkParameters } from "./assignment";
export declare function layerSizes(X: NDArray, Y: NDArray): {
    nX: number;
    nH: number;
    nY: number;
};
export declare function initializeParameters(nX: number, nH: number, nY: number): NetworkParameters;
export declare function forwardPropagation(X: NDArray, parameters: NetworkParameters): {
    A2: NDArray;
    cache: ForwardCache;
};
export declare function computeCost(A2: NDArray, Y: NDArray, parameters: NetworkParameters): number;
export declare function backwardPropagation(parameters: NetworkParameters, cache: ForwardCache, X: NDArray, Y: NDArray): Gradients;
export declare function updateParameters(parameters: NetworkParameters, grads: Gradients, learningRate?: number): NetworkParameters;
export declare function nnModel(X: NDArray, Y: NDArray, nH: number, numIterations?: number, learningRate?: number, printCost?: boolean): {
    parameters: NetworkParameters;
    costs: number[];
};
export declare function predict(parameters: NetworkParameters, X: NDArray): NDArray;
