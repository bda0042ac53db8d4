// Made by `nablab build` from staff/solution.ts, for the types of `check({ … })`.
import type { NDArray } from "../../core/NDArray";
import type { Activation, LayerCache, LinearCache, NetworkGradients, NetworkParameters } from "./assignment";
export declare function initializeParametersDeep(layerDims: number[]): NetworkParameters;
export declare function linearForward(APrev: NDArray, W: NDArray, b: NDArray): {
    Z: NDArray;
    cache: LinearCache;
};
export declare function linearActivationForward(APrev: NDArray, W: NDArray, b: NDArray, activation: Activation): {
    A: NDArray;
    cache: LayerCache;
};
export declare function modelForward(X: NDArray, parameters: NetworkParameters): {
    AL: NDArray;
    caches: LayerCache[];
};
export declare function computeCost(AL: NDArray, Y: NDArray): number;
export declare function linearBackward(dZ: NDArray, cache: LinearCache): {
    dAPrev: NDArray;
    dW: NDArray;
    db: NDArray;
};
export declare function linearActivationBackward(dA: NDArray, cache: LayerCache, activation: Activation): {
    dAPrev: NDArray;
    dW: NDArray;
    db: NDArray;
};
export declare function modelBackward(AL: NDArray, Y: NDArray, caches: LayerCache[]): NetworkGradients;
export declare function updateParameters(parameters: NetworkParameters, grads: NetworkGradients, learningRate: number): NetworkParameters;
