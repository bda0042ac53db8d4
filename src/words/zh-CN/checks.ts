import { checks as english } from "../en/checks";

/** Learners read two of these; the others are for the authors of assignments. */
export const checks: typeof english = {
  ...english,
  readsDataInOrder:
    "代码直接读取 `.data`，好像数组的元素就按顺序放在那里。参数可能是视图，比如 `X.T`：请用 `at`，或者 `X.toTypedArray()`。",
  vectorized: (instead) => `它在样本或元素上写了循环：${instead}，一次完成，速度是循环的许多倍。`,
};
