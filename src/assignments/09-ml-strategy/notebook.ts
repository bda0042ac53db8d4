// The lesson of assignment 9 in percent format: `nablab build` makes the notebook from it.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.

// %% [markdown]
// # What to do next: metrics, splits, errors

// %%
import { check, type NDArray, NotImplemented, np, useAssignment } from "nablab";

useAssignment("ml-strategy");

// %%
type Metrics = Record<string, number>;

interface Split {
  train: NDArray;
  dev: NDArray;
  test: NDArray;
}

interface MismatchSplit extends Split {
  trainDev: NDArray;
}

interface Errors {
  human: number[];
  train: number;
  trainDev: number;
  dev: number;
  test: number;
}

type Gap = "avoidableBias" | "variance" | "dataMismatch" | "devOverfitting";

// %% [graded] confusionMatrix

// %%
check({ confusionMatrix });

// %% [graded] precisionRecallF1

// %%
check({ precisionRecallF1 });

// %% [graded] satisficingBest

// %%
check({ satisficingBest });

// %% [graded] trainDevTestSplit

// %%
check({ trainDevTestSplit });

// %% [graded] mismatchSplit

// %%
check({ mismatchSplit });

// %% [graded] weightedError

// %%
check({ weightedError });

// %% [graded] diagnoseErrors

// %%
check({ diagnoseErrors });

// %% [graded] errorAnalysisCeiling

// %%
check({ errorAnalysisCeiling });

// %% [graded] cleanedErrors

// %%
check({ cleanedErrors });

// %% [graded] multiTaskCost

// %%
check({ multiTaskCost });

// %% [graded] multiTaskGradient

// %%
check({ multiTaskGradient });
