// Made by `nablab build` from staff/solution.ts, for the types of `check({ … })`.
import type { NDArray } from "../../core/NDArray";
import type { Errors, Gap, Metrics, MismatchSplit, Split } from "./assignment";
export declare function confusionMatrix(predicted: NDArray, actual: NDArray, C: number): NDArray;
export declare function precisionRecallF1(confusion: NDArray): {
    precision: NDArray;
    recall: NDArray;
    f1: NDArray;
    macroF1: number;
};
export declare function satisficingBest(models: Metrics[], optimize: string, limits: Metrics): number;
export declare function trainDevTestSplit(labels: NDArray, dev: number, test: number, seed: number): Split;
export declare function mismatchSplit(origin: NDArray, dev: number, test: number, trainDev: number, seed: number): MismatchSplit;
export declare function weightedError(predicted: NDArray, actual: NDArray, weights: NDArray): number;
export declare function diagnoseErrors(errors: Errors): Record<Gap, number> & {
    largest: Gap;
};
export declare function errorAnalysisCeiling(tags: NDArray, devError: number): {
    share: NDArray;
    errorIfFixed: NDArray;
};
export declare function cleanedErrors(predicted: NDArray, labels: NDArray, cleaned: NDArray): {
    asLabelled: number;
    mistakesCleaned: number;
    allCleaned: number;
};
export declare function multiTaskCost(A: NDArray, Y: NDArray): number;
export declare function multiTaskGradient(A: NDArray, Y: NDArray): NDArray;
