// Made by `nablab build` from staff/solution.ts, for the types of `check({ … })`.
import type { NDArray } from "../../core/NDArray";
import type { ConvCache, ConvHyperparameters, PoolCache, PoolHyperparameters, PoolMode, ResidualParameters } from "./assignment";
export declare function conv2d(image: NDArray, filter: NDArray): NDArray;
export declare function outputSize(n: number, f: number, pad?: number, stride?: number): number;
export declare function zeroPad(X: NDArray, pad: number): NDArray;
export declare function convSingleStep(aSlicePrev: NDArray, W: NDArray, b: NDArray): number;
export declare function convForward(APrev: NDArray, W: NDArray, b: NDArray, hparameters: ConvHyperparameters): {
    Z: NDArray;
    cache: ConvCache;
};
export declare function poolForward(APrev: NDArray, hparameters: PoolHyperparameters, mode?: PoolMode): {
    A: NDArray;
    cache: PoolCache;
};
export declare function convBackward(dZ: NDArray, cache: ConvCache): {
    dAPrev: NDArray;
    dW: NDArray;
    db: NDArray;
};
export declare function createMaskFromWindow(x: NDArray): NDArray;
export declare function distributeValue(dz: number, shape: readonly number[]): NDArray;
export declare function poolBackward(dA: NDArray, cache: PoolCache, mode?: PoolMode): NDArray;
export declare function residualBlockForward(APrev: NDArray, parameters: ResidualParameters): NDArray;
export declare function conv1x1(APrev: NDArray, W: NDArray, b: NDArray): NDArray;
export declare function multiplicationCount(inputShape: readonly number[], filterShape: readonly number[], hparameters: ConvHyperparameters): number;
