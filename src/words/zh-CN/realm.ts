import type { Absence } from "../../check/unavailable";
import { realm as english } from "../en/realm";

const absences: Record<Absence, string> = {
  network: "那里没有网络：请只用参数计算",
  files: "那里没有文件：需要的东西请作为参数传入",
  processes: "代码独自在一个线程里运行，直到返回或抛出错误：请按这种方式写",
  clock: "那里没有真正的时钟：请用 `performance.now()` 或 `Date.now()`，它们数的是调用次数",
  machine: "代码接触不到机器：请用 `np`",
  code: "不能从文字生成代码：请写成函数",
};

/** Only `check()` says these in Chinese; in the sandbox, errors are in English. */
export const realm: typeof english = {
  ...english,
  notImplemented: (name) => `${name} 还没有实现`,
  unavailable: (name, absence) => `评分时不能使用 ${name}，${absences[absence]}`,
  unavailableModule: (name, allowed = ["nablab"]) =>
    `评分时不能使用 ${name}：评分的代码只能导入 ${allowed.map((each) => `"${each}"`).join(" 和 ")}`,
  notACount: (given) => `progress：需要不小于 0 的整数，得到的是 ${given}`,
};
