import type { notebook as english } from "../en/notebook";
import { grammar } from "./grammar";

export const notebook: typeof english = {
  otherKernel:
    "这个笔记本是为内核“TypeScript (nablab)”准备的，现在却运行在 tslab 里：请在菜单“内核”的“更改内核…”中选择正确的内核，或者向你的课程索取 tslab 版的笔记本。",
  noAssignment: '请先运行笔记本的第一个单元格：它会调用 useAssignment("…")。',
  unknownFunction: (slug, name, all) => `${slug} 没有函数 ${name}；它有：${all.join("、")}`,
  notAFunction: (name, type) => `check：${name} 的类型是 ${type}，不是函数`,

  standing: (standing) => {
    switch (standing.status) {
      case "correct":
        return "正确";
      case "not-implemented":
        return standing.needs ? `需要 ${standing.needs}，它还没有实现` : "还没有实现";
      default:
        return `还不正确：${standing.checks} 项检查中通过了 ${standing.passed} 项`;
    }
  },
  pending: "正在检查：等待它的 promise……",

  case: (number, count) => `第 ${number} 例（共 ${count} 例）：`,
  thrownIn: (place) => `（${place.function && `在 \`${place.function}\` 中，`}${place.cell} 第 ${place.line} 行）`,
  suspect: (name) => `它调用了 ${name}，而 ${name} 自己的检查没有通过：请先看那里。`,
  warning: (what, cell, line) => `${cell ? `${cell} 第 ${line} 行：` : ""}${what}。`,
  call: "这次调用是",
  callFolded: "这次调用的参数",
  argument: (number) => `第 ${number} 个参数`,

  waiting: (names) => `等待 ${grammar.and(names)}：通过检查以后，这一部分才会运行。`,

  labelled: (label, said) => `${label}：${said}`,
  duration,
  left: (seconds) => `还剩 ${duration(seconds)}`,
  rate: (perSecond) => `${perSecond < 10 ? perSecond.toPrecision(2) : Math.round(perSecond)} 次/秒`,
};

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} 秒`;
  return `${Math.floor(seconds / 60)} 分 ${String(Math.floor(seconds % 60)).padStart(2, "0")} 秒`;
}
