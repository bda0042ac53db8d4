// The lesson of assignment 8 in percent format: `nablab build` makes the notebook from it.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.
// biome-ignore-all lint/style/useImportType: the graded functions compute with what is imported.

// %% [markdown]
// # The same network in a framework: TensorFlow.js

// %%
import { check, NotImplemented, np, useAssignment } from "nablab";
import * as tf from "nablab/tf";

useAssignment("frameworks");

// %%
type Parameters = Record<`W${number}` | `b${number}`, tf.Tensor>;

// %% [graded] linearFunction

// %%
check({ linearFunction });

// %% [graded] ones

// %%
check({ ones });

// %% [graded] sigmoid

// %%
check({ sigmoid });

// %% [graded] sigmoidCrossEntropy

// %%
check({ sigmoidCrossEntropy });

// %% [graded] oneHotMatrix

// %%
check({ oneHotMatrix });

// %% [graded] forwardPropagation

// %%
check({ forwardPropagation });

// %% [graded] totalLoss

// %%
check({ totalLoss });

// %% [graded] trainStep

// %%
check({ trainStep });

// %% [graded] trainModel

// %%
check({ trainModel });

// %% [graded] accuracy

// %%
check({ accuracy });
