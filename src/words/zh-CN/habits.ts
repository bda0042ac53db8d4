import type { Cause } from "../../check/causeOf";
import type { habits as english } from "../en/habits";

/** Python's names, and what to write here. */
const fromPython: Record<string, string> = {
  None: "`null`",
  True: "`true`",
  False: "`false`",
  len: "`A.shape[0]`（数组）或 `list.length`（列表）",
  print: "`console.log(…)`",
  range: "`for (let i = 0; i < n; i++)`",
  enumerate: "`list.entries()`",
  zip: "`for (let i = 0; i < n; i++)`",
  abs: "`np.abs(A)`",
  max: "`np.max(A)` 或 `Math.max(x, y)`",
  min: "`np.min(A)` 或 `Math.min(x, y)`",
  math: "`Math`",
  float: "`Number(text)`",
  int: "`Math.floor(x)`",
  str: "`String(x)`",
  self: "`this`",
};

const byPosition =
  "参数按位置传递，不按名称传递：NumPy 的 `np.sum(A, axis=1, keepdims=True)` 在这里写成 `np.sum(A, 1, true)`。";

/** The names of arguments that NumPy takes by name. */
const argumentNames = new Set(["axis", "keepdims", "size", "shape", "dtype", "ord"]);

export const habits: typeof english = {
  byPosition,

  afterError: (cause: Cause): string => {
    switch (cause.kind) {
      case "operand":
      case "argument":
      case "indexing":
        return "";
      case "unknown-function":
        return unknownFunction(cause.owner, cause.name, cause.near);
      case "not-a-method":
        return notAMethod(cause.owner, cause.name);
      case "unknown-method":
        return unknownMethod(cause);
      case "undeclared":
        return undeclared(cause.name, cause.np);
      case "too-early":
        return `\`${cause.name}\` 用在了声明它的那一行之前。`;
      case "undefined":
        return undefinedRead(cause.property);
      case "not-iterable":
        return "只有列表可以遍历或展开；要遍历数组，就遍历下标，再取 `A.slice(i)`。";
      case "constant":
        return "`const` 的值不能改变；会变的变量要用 `let` 声明。";
    }
  },

  unknownFunction,
  notAMethod,
  maybeNumber: (owner, name) =>
    `\`${owner}\` 可能是一个数，数没有 \`${name}\`；如果你确定它是数组，就写 \`(${owner} as NDArray).${name}\`。`,
  undeclared,
  didYouMean: (name) => `你想写的是不是 \`${name}\`？`,

  operator: (written, instead) => `运算符和 Math 只用于数；对数组，请把 \`${written}\` 写成 \`${instead}\`。`,
  operatorWithoutFunction: (written) => `运算符和 Math 只用于数，而 \`${written}\` 里有数组：请用 np 的函数。`,
  numberFunction: (called) => `\`${called}\` 只用于数；\`A.map((x) => ${called}(x))\` 会对数组的每个元素调用它。`,
  indexRead: (written, element, part) =>
    element === null
      ? `数组不能用 [ ] 读取：请把 \`${written}\` 写成 \`${part}\`。`
      : `数组不能用 [ ] 读取：不要写 \`${written}\`；取元素写 \`${element}\`，取一部分写 \`${part}\`。`,
  indexWritten: (written, element, part) =>
    element === null
      ? `数组不能用 [ ] 赋值：请把 \`${written}\` 写成 \`${part}\`。`
      : `数组不能用 [ ] 赋值：不要写 \`${written}\`；给元素赋值写 \`${element}\`，给一部分赋值写 \`${part}\`。`,
  tuple: (written, list) => `\`${written}\` 不是元组，而是其中最后一个数；形状是列表，写成 \`${list}\`。`,
  called: (written, call) => `np 的这个函数要调用，不能用下标：请把 \`${written}\` 写成 \`${call}\`。`,
  arraysOfIndices: (called, written) => `\`${called}\` 每个轴取一个数；用数组作下标时，请写 \`${written}\`。`,
  oneShape: (called, written) => `\`${called}\` 的形状是一个列表：请写 \`${written}\`。`,
  oneList: (called, written) => `\`${called}\` 的参数是由数组组成的一个列表：请写 \`${written}\`。`,
  larger: (called, written) => `\`${called}\` 的参数是一个数组和一个轴；比较两个数组请写 \`${written}\`。`,
  lengthsOneByOne: (called, written) => `\`${called}\` 的各个长度要分开写：请写 \`${written}\`。`,
  positions: (written) => `参数按位置传递，不按名称传递：请写 \`${written}\`。`,
  missingArguments: (signature, missing, given) =>
    `调用 \`${signature}\` 时给了 ${given} 个参数，缺少 ${missing.map((name) => `\`${name}\``).join("、")}。`,
  unknownMember: (owner, name, near) =>
    `数组没有 \`${name}\`${near === undefined ? "。" : `；你想写的是不是 \`${owner}.${near}\`？`}`,
  noLength: (owner) => `数组没有 length：\`${owner}.shape[0]\` 是第一个轴的长度，\`${owner}.size\` 是元素的总数。`,
  notIterable: (owner) => `数组不能遍历或展开：请遍历下标，再取 \`${owner}.slice(i)\`。`,
};

function unknownFunction(owner: string, name: string, near: string | undefined): string {
  return `${owner} 没有 \`${name}\`${near === undefined ? "。" : `；你想写的是不是 \`${near}\`？`}`;
}

function notAMethod(owner: string, name: string): string {
  return `\`${name}\` 是属性：请写 \`${owner}.${name}\`，不加括号。`;
}

function unknownMethod({ owner, name, near, list }: Extract<Cause, { kind: "unknown-method" }>): string {
  if (near === name) return `\`${owner}\` 在这里不是数组；\`np.array(…)\` 可以把列表或数变成数组。`;
  const forArray = near === undefined ? [] : [`如果是数组，你想写的是不是 \`${owner}.${near}\`？`];
  const forList = list === undefined ? [] : [`如果是列表，请写 \`${owner}.${list}\`。`];
  return [...forList, ...forArray].join("");
}

function undeclared(name: string, np: string | undefined): string {
  if (argumentNames.has(name)) return byPosition;
  if (Object.hasOwn(fromPython, name)) return `这是 Python 的写法，在这里要写 ${fromPython[name]}。`;
  if (np !== undefined) return `它是 np 的函数：\`${np}\`。`;
  return "";
}

function undefinedRead(property: string): string {
  if (/^\d+$/.test(property)) {
    return "这里用下标读取的东西是 undefined：读数组要写 `A.at(0, 1)`，而数没有形状。";
  }
  return `读取 \`.${property}\` 的那个东西是 undefined 或 null。是不是调用时少了参数、名称拼错了，或者忘了 \`return\`？`;
}
