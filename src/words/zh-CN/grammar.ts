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

/** A space parts Chinese from other letters, and nothing else. */
function joined(names: readonly string[], conjunction: string): string {
  const last = names.at(-1) ?? "";
  if (names.length < 2) return last;
  const [before, after] = [names.slice(0, -1).join("、"), last];
  const left = /\p{Script=Han}$/u.test(before) ? "" : " ";
  const right = /^\p{Script=Han}/u.test(after) ? "" : " ";
  return before + left + conjunction + right + after;
}
