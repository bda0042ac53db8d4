// The lesson of assignment 7 in percent format: `nablab build` makes the notebook from it.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.

// %% [markdown]
// # Tuning, batch normalization and softmax

// %%
import { check, type NDArray, NotImplemented, np, useAssignment } from "nablab";

useAssignment("batchnorm-softmax");

// %%
type Statistics = Record<"mu" | "variance", NDArray>;
type BatchNormCache = Record<"ZNorm" | "mu" | "variance" | "gamma", NDArray> & {
  epsilon: number;
};

// %% [graded] sampleLogScale

// %%
check({ sampleLogScale });

// %% [graded] sampleMomentum

// %%
check({ sampleMomentum });

// %% [graded] zoomIn

// %%
check({ zoomIn });

// %% [graded] batchNormForward

// %%
check({ batchNormForward });

// %% [graded] batchNormBackward

// %%
check({ batchNormBackward });

// %% [graded] updateRunning

// %%
check({ updateRunning });

// %% [graded] batchNormInference

// %%
check({ batchNormInference });

// %% [graded] softmax

// %%
check({ softmax });

// %% [graded] oneHot

// %%
check({ oneHot });

// %% [graded] crossEntropyCost

// %%
check({ crossEntropyCost });

// %% [graded] softmaxBackward

// %%
check({ softmaxBackward });

// %% [graded] crossEntropyFromLogits

// %%
check({ crossEntropyFromLogits });
