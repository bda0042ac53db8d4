// Made by `nablab build` from staff/solution.ts, for the types of `check({ … })`.
import type { NDArray } from "../../core/NDArray";
export declare function sigmoid(z: number): number;
export declare function sigmoid(z: NDArray): NDArray;
export declare function initializeWithZeros(dim: number): {
    w: NDArray;
    b: number;
};
export declare function propagate(w: NDArray, b: number, X: NDArray, Y: NDArray): {
    grads: {
        dw: NDArray;
        db: number;
    };
    cost: number;
};
export declare function optimize(w: NDArray, b: number, X: NDArray, Y: NDArray, numIterations: number, learningRate: number, printCost?: boolean): {
    params: {
        w: NDArray;
        b: number;
    };
    grads: {
        dw: NDArray;
        db: number;
    };
    costs: number[];
};
export declare function predict(w: NDArray, b: number, X: NDArray): NDArray;
export declare function model(XTrain: NDArray, YTrain: NDArray, XTest: NDArray, YTest: NDArray, numIterations?: number, learningRate?: number, printCost?: boolean): {
    costs: number[];
    YPredictionTest: NDArray;
    YPredictionTrain: NDArray;
    w: NDArray;
    b: number;
    learningRate: number;
    numIterations: number;
};
