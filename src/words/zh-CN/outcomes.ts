import type { Stop } from "../../check/Stop";
import type { Unusable } from "../../check/Unusable";
import type { outcomes as english } from "../en/outcomes";
import { advice } from "./advice";

export const outcomes: typeof english = {
  stopped: (stop) =>
    stop.cause === "time" ? `它运行了 ${stop.seconds} 秒，被终止了。` : `它被终止了：${reasonFor(stop)}。`,

  unusable: (what) => {
    if (what.kind === "too-large") return "它的结果太大。";
    if (what.kind === "tensor") return tensors[what.problem];
    const remedy = what.kind === "promise" ? advice.promise : "";
    return `它返回了${nameOf(what)}，既不是数或数组，也不是列表或对象。${remedy}`;
  },

  unread: (stop) => {
    if (stop.cause === "time") return `没能在 ${stop.seconds} 秒内读完`;
    if (stop.cause === "memory") return `需要超过 ${stop.megabytes} MB 的内存才能读取`;
    return `无法读取：${reasonFor(stop)}`;
  },
};

function reasonFor(stop: Exclude<Stop, { cause: "time" }>): string {
  switch (stop.cause) {
    case "budget":
      return `这份提交用完了它的 ${stop.seconds} 秒处理器时间`;
    case "memory":
      return `它占用的内存超过了 ${stop.megabytes} MB`;
    case "died":
      return `它的进程提前结束${stop.end === undefined ? "" : `（${stop.end ?? "没有退出码"}）`}`;
    case "forged":
      return "它发给评分程序的东西不是结果";
    case "excess":
      return stop.of === "questions" ? `它调用其他函数超过了 ${stop.most} 次` : excesses[stop.of];
  }
}

const otherDtype = (dtype: string): string =>
  `它返回了 dtype 为 ${dtype} 的张量，无法比较。请返回 float32、int32 或 bool 的张量。`;

const tensors: Record<Extract<Unusable, { kind: "tensor" }>["problem"], string> = {
  disposed: "它返回的张量已经释放。请从传给 `tf.tidy` 的函数里返回它，不要释放它。",
  foreign: "它返回的张量来自另一份 TensorFlow.js。请导入 `nablab/tf` 中的那一份。",
  complex64: otherDtype("complex64"),
  string: otherDtype("string"),
  array: "它返回了 `np` 的数组，而这里需要张量。请用 `tf` 计算，或者把它变成张量。",
  promise: "它返回了 Promise，而这里需要张量。请用 `dataSync()`，或者返回张量。",
};

const excesses = {
  result: "它的结果太大",
  exchange: "它和它调用的函数交换的数据太多",
};

function nameOf(what: Exclude<Unusable, { kind: "too-large" | "tensor" }>): string {
  switch (what.kind) {
    case "promise":
      return "一个 Promise";
    case "unsettled":
      return what.seconds === undefined
        ? "一个永远没有结果的 Promise"
        : `一个 ${what.seconds} 秒后仍没有结果的 Promise`;
    case "nested":
      return `嵌套超过 ${what.levels} 层的值`;
    case "other":
      return `一个 ${what.type}`;
  }
}
