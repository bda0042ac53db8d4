import type { Assignment } from "../check/contract";
import { type LogisticRegression, assignment as logisticRegression } from "./01-logistic-regression/assignment";
import { type ShallowNetwork, assignment as shallowNetwork } from "./02-shallow-network/assignment";
import { type DeepNetwork, assignment as deepNetwork } from "./03-deep-network/assignment";
import {
  type InitializationRegularizationGradientChecking,
  assignment as initializationRegularizationGradientChecking,
} from "./04-initialization-regularization-gradient-checking/assignment";
import { type Optimization, assignment as optimization } from "./05-optimization/assignment";
import { type ConvolutionalNetwork, assignment as convolutionalNetwork } from "./06-convolutional-network/assignment";

/** The course, in order. */
export const assignments: Assignment[] = [
  logisticRegression,
  shallowNetwork,
  deepNetwork,
  initializationRegularizationGradientChecking,
  optimization,
  convolutionalNetwork,
];

/** The signatures of the graded functions, by slug. */
export interface Signatures {
  "logistic-regression": LogisticRegression;
  "shallow-network": ShallowNetwork;
  "deep-network": DeepNetwork;
  "initialization-regularization-gradient-checking": InitializationRegularizationGradientChecking;
  optimization: Optimization;
  "convolutional-network": ConvolutionalNetwork;
}
