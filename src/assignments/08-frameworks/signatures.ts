// Made by `nablab build` from staff/solution.ts, for the types of `check({ … })`.
import * as tf from "../../tf";
import type { Parameters } from "./assignment";
export declare function linearFunction(W: tf.Tensor, X: tf.Tensor, b: tf.Tensor): tf.Tensor;
export declare function ones(shape: number[]): tf.Tensor;
export declare function sigmoid(z: tf.Tensor): tf.Tensor;
export declare function sigmoidCrossEntropy(logits: tf.Tensor, labels: tf.Tensor): tf.Tensor;
export declare function oneHotMatrix(labels: tf.Tensor, C: number): tf.Tensor;
export declare function forwardPropagation(X: tf.Tensor, parameters: Parameters): tf.Tensor;
export declare function totalLoss(logits: tf.Tensor, labels: tf.Tensor): tf.Tensor;
export declare function trainStep(X: tf.Tensor, Y: tf.Tensor, parameters: Parameters, learningRate: number): {
    cost: number;
    parameters: Parameters;
};
export declare function trainModel(X: tf.Tensor, Y: tf.Tensor, parameters: Parameters, learningRate: number, steps: number): {
    costs: number[];
    parameters: Parameters;
};
export declare function accuracy(logits: tf.Tensor, labels: tf.Tensor): number;
