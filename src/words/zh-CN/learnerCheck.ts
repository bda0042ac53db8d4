import type { learnerCheck as english } from "../en/learnerCheck";

export const learnerCheck: typeof english = {
  passed: "这些是笔记本里的检查。评分时还会用更多的输入来试。",
  followOn: "在这里，一个函数错了，调用它的函数也会显示不正确；评分时，一个错误只扣它自己的分。",
  unreadable: (file, reason) => `${file}：${reason}`,
};
