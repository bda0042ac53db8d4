import { grammar as english } from "../en/grammar";

const ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

export const grammar: typeof english = {
  and: (names) => joined(names, "和"),
  or: (names) => joined(names, "或"),
  first: (names) => names.slice(0, 3).join("、") + (names.length > 3 ? " 等" : ""),
  sentences: (first, next) => `${first}${next}`,
  ended: (sentence) => `${sentence}。`,
  counted: (count, noun) => `${count} ${noun}`,
  ordinal: (position) => `第${ordinals[position] ?? ` ${position + 1} `}`,
  clip: english.clip,
  place: ({ cell, line }) => (cell === null ? `第 ${line} 行` : `第 ${cell} 个代码单元格第 ${line} 行`),
};

function joined(names: readonly string[], conjunction: string): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join("、")} ${conjunction} ${names.at(-1)}`;
}
