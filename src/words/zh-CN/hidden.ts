import type { hidden as english, Where } from "../en/hidden";
import { advice } from "./advice";

type Sentence = (where: Where) => string;

function of(predicate: string, remedy = ""): Sentence {
  return (where) => `${subjectOf(where)}${predicate}。${remedy}`;
}

function subjectOf({ place, isWhole }: Where): string {
  if (isWhole) return place ? `${place} ` : "结果";
  return place ? `${place} 中的某个值` : "结果中的某个值";
}

export const hidden: typeof english = {
  "not-implemented": () => "还没有实现。",
  threw: () => "它抛出了错误。",
  "threw-operand": () =>
    "它抛出了错误：把数组当成数来用了。运算符和 Math 只用于数；数组要用 np 的函数，例如 `np.subtract(A, B)` 和 `np.exp(A)`。",
  "threw-argument": () => "它抛出了错误：调用 np 的函数时，缺少参数，或者参数的类型不对。",
  "threw-indexing": () =>
    "它抛出了错误：像读列表那样读了数组。`A.at(0, 1)` 得到一个数，`A.slice(0)` 得到一行，`A.shape` 是各轴的长度。",
  "threw-unknown-name": () => "它抛出了错误：用了没有声明的名称，或者调用了不存在的函数。",
  "threw-undefined": () =>
    "它抛出了错误：那里有个值是 undefined。是不是调用时少了参数、名称拼错了，或者忘了 `return`？",
  "threw-not-iterable": () => "它抛出了错误：只有列表可以遍历、展开或解构。",
  "threw-constant": () => "它抛出了错误：给 `const` 赋了值；会变的变量要用 `let` 声明。",
  "out-of-time": () => "它被终止了：运行时间太长。",
  "out-of-budget": () => "它被终止了：这份提交用完了它的处理器时间。",
  "out-of-memory": () => "它被终止了：占用的内存太多。",
  "too-large": () => "它的结果太大。",
  "ended-early": () => "它被终止了：进程提前结束。",
  promise: () => `它返回了一个 promise。${advice.promise}`,
  unusable: () => "它返回的既不是数或数组，也不是列表或对象。",
  undefined: of("是 undefined", advice.undefined),
  "list-for-array": of("是列表，应为数组", advice.listForArray),
  "array-for-list": of("是数组，应为列表", advice.arrayForList),
  type: of("的类型不对"),
  missing: of("缺失"),
  length: of("是列表，但长度不对"),
  "array-for-number": of("是数组，应为一个数", advice.arrayForNumber),
  "rank-1": of("的形状不对", advice.rank1),
  transposed: of("的形状不对", advice.transposed),
  shape: of("的形状不对"),
  joined: of("不对", advice.joined),
  nan: of("是 NaN 或含有 NaN，应为有限的数", advice.nan),
  infinite: of("是 Infinity 或含有 Infinity，应为有限的数", advice.infinite),
  value: (where: Where, { atol, rtol }: { atol: number; rtol: number }) =>
    `${subjectOf(where)}的误差超过 ${atol} + ${rtol}·|应有的值|。`,
  text: of("不对"),
  mutated: () => `它直接修改了某个参数。${advice.copy}`,
  shared: () => `它的结果中有两部分在同一块内存里：修改一个，另一个也会变。${advice.copyEach}`,
  "shared-with-earlier": () =>
    `它的结果和上一次调用的结果在同一块内存里：修改一个，另一个也会变。${advice.newEachTime}`,
};
