import type { Description } from "../../check/describe";
import { formatShape } from "../../core/shape";
import type { Element, differences as english } from "../en/differences";
import { grammar } from "./grammar";

export const differences: typeof english = {
  notImplemented: (name) => (name ? `${grammar.clip(name)} 还没有实现。` : "还没有实现。"),
  threw: (message) => `它抛出了错误 ${grammar.clip(message)}`,

  undefined: (path, expected) => `${subjectOf(path)}是 undefined，应为${phraseOf(expected)}。`,
  type: (path, got, expected) =>
    `${subjectOf(path)}应为${phraseOf(expected)}，得到的却是${grammar.clip(phraseOf(got))}。`,
  missing: (path, keys, others) => {
    const instead = others.length > 0 ? `；多出的是 ${grammar.clip(grammar.and(others))}` : "";
    return `${subjectOf(path)}缺少 ${grammar.and(keys)}${instead}。`;
  },
  length: (path, got, expected) => `${subjectOf(path)}的长度是 ${got}，应为 ${expected}。`,

  arrayForNumber: (path, got) => `${subjectOf(path)}是形状为 ${formatShape(got)} 的数组，应为一个数。`,
  shape: (path, got, expected) => `${subjectOf(path)}的形状是 ${formatShape(got)}，应为 ${formatShape(expected)}。`,

  finite: (element) =>
    `${elementOf(element)}是 ${Number.isNaN(element.got) ? "NaN" : "无穷大"}，应为 ${format(element.expected)}。`,
  value: (element, wrong, size) => {
    const share = size > 1 ? `（${size} 个元素中有 ${wrong} 个不同）` : "";
    return `${elementOf(element)}是 ${format(element.got)}，应为 ${format(element.expected)}${share}。`;
  },
  text: (path, got, expected) => `${subjectOf(path)}是 ${grammar.clip(got)}，应为 ${grammar.clip(expected)}。`,

  mutated: (args) => `它直接修改了自己的${grammar.and(args.map(grammar.ordinal))}个参数。`,

  shared: (path, other) => `${other} 和 ${path} 在同一块内存里：修改一个，另一个也会变。`,
  sharedWithEarlier: (path) => `${subjectOf(path)}和上一次调用的结果在同一块内存里：修改一个，另一个也会变。`,
};

/** A path is followed by a space, as all Latin letters are. */
function subjectOf(path: string): string {
  return path ? `${path} ` : "结果";
}

function elementOf({ path, index }: Element): string {
  if (index === null) return subjectOf(path);
  return path ? `${path}[${index.join(", ")}] ` : `结果中 [${index.join(", ")}] 处的元素`;
}

/** Follows Chinese, or is followed by it. */
function phraseOf(value: Description): string {
  if ("shape" in value) return `形状为 ${formatShape(value.shape)} 的数组`;
  if ("length" in value) return `长度为 ${value.length} 的列表`;
  if (!("keys" in value)) return plain[value.type];
  return value.keys.length > 0 ? `含有 ${grammar.and(value.keys)} 的对象` : "空对象";
}

const plain = {
  undefined: "空值（undefined）",
  null: " null",
  number: "一个数",
  boolean: "一个布尔值",
  string: "一段文字",
};

/** Ten significant digits tell close numbers apart, and hide rounding errors. */
function format(x: number): string {
  return String(Number(x.toPrecision(10)));
}
