import { engine as english } from "../en/engine";
import { grammar } from "./grammar";

/** Learners read what is about their code; what is about a run is for staff. */
export const engine: typeof english = {
  ...english,
  otherAssignment: (declared, slug) => `这是作业“${declared}”的笔记本，不是“${slug}”的`,
  notRun: (fault) => `它没有运行：${fault}。`,
  leftOut: (place, reason) => `${grammar.place(place)}的语句没有采用：${reason}。`,
  thrownByStatement: (error) => `它抛出了错误：${error}`,
  stoppedStatement: "加载程序时不得不终止它",
  otherFailure: "有了它，程序就无法加载",
  faultyUse: "它用到了不能运行的代码",
  moreLeftOut: (count) => `另外还有 ${count} 条语句也没有采用。`,
  givenNames: (names) =>
    `这份提交里没有声明 ${grammar.and(names.map((name) => `\`${name}\``))}，评分时取自作业的笔记本。`,
  declaredAgain: (name, later, place) =>
    `${grammar.place(later)}又声明了 \`${name}\`，但那里不是函数。评分的是${grammar.place(place)}的那个函数。`,
  notDefined: (name) => `没有定义 ${name}。`,
  thrownAt: (place) => `（${grammar.place(place)}）`,
  thrownIn: (name, place) => `（在 \`${name}\` 中，${grammar.place(place)}）`,
  loopsIn: (loop, place, others) =>
    `（${grammar.place(place)}的 \`${loop}\`${others > 0 ? `，另外还有 ${others} 处` : ""}）`,
};
