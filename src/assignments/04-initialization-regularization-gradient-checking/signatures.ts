// Made by `nablab build` from staff/solution.ts, for the types of `check({ … })`.
import type { NDArray } from "../../core/NDArray";
import type { DropoutCache, NetworkCache, NetworkGradients, NetworkParameters } from "./assignment";
export declare function initializeParametersZeros(layersDims: number[]): NetworkParameters;
export declare function initializeParametersRandom(layersDims: number[]): NetworkParameters;
export declare function initializeParametersHe(layersDims: number[]): NetworkParameters;
export declare function normalizeInputs(XTrain: NDArray, XTest: NDArray): {
    XTrain: NDArray;
    XTest: NDArray;
    mu: NDArray;
    sigma: NDArray;
};
export declare function computeCostWithRegularization(A3: NDArray, Y: NDArray, parameters: NetworkParameters, lambd: number): number;
export declare function backwardPropagationWithRegularization(X: NDArray, Y: NDArray, cache: NetworkCache, lambd: number): NetworkGradients;
export declare function forwardPropagationWithDropout(X: NDArray, parameters: NetworkParameters, keepProb?: number, seed?: number): {
    A3: NDArray;
    cache: DropoutCache;
};
export declare function backwardPropagationWithDropout(X: NDArray, Y: NDArray, cache: DropoutCache, keepProb: number): NetworkGradients;
export declare function forwardPropagationN(X: NDArray, Y: NDArray, parameters: NetworkParameters): {
    cost: number;
    cache: NetworkCache;
};
export declare function gradientCheckN(parameters: NetworkParameters, gradients: NetworkGradients, X: NDArray, Y: NDArray, epsilon?: number, printMessage?: boolean): number;
export declare function backwardPropagationN(X: NDArray, Y: NDArray, cache: NetworkCache): NetworkGradients;
