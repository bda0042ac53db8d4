import { report as english } from "../en/report";
import { grammar } from "./grammar";

const statuses: typeof english.statuses = {
  correct: "正确",
  partial: "部分正确",
  incorrect: "不正确",
  "not-implemented": "还没有实现",
  "not-defined": "没有定义",
};

/** The student's page is in Chinese; the class's pages and the tables are for staff. */
export const report: typeof english = {
  ...english,
  statuses,
  noScore: { "not-gradable": "无法评分", "grader-fault": "评分程序出错", "not-handed-in": "没有提交" },
  headed: (heading, said) => `${heading}：${said}`,
  also: (said) => `，${said}`,
  followThrough: (status) => (status === "correct" ? "就其调用的函数而言正确" : "已就其调用的函数评判"),
  remark: (message) => `提示（不扣分）：${message}`,
  comment: (name, line, text) => {
    const place = [...(name === null ? [] : [name]), ...(line === null ? [] : [`第 ${line} 行`])];
    return place.length === 0 ? text : `${place.join("，")}：${text}`;
  },
  student: { attempt: (number) => `第 ${number} 次提交`, late: "迟交" },
  studentPage: {
    title: (student, assignment) => `${student}：${assignment}`,
    seed: (seed) => `隐藏检查的种子 ${seed}`,
    notGraded: "未评分",
    points: "得分",
    penalty: "迟交扣分",
    mark: "成绩",
    functions: "你的函数",
  },
  function: {
    followThrough: (status) => {
      const verdict = status === "correct" ? "就其调用的函数而言正确" : `${statuses[status]}（就其调用的函数而言）`;
      return `${verdict}：评分时，它调用的函数换成了参考实现`;
    },
    remark: "提示",
    costsNothing: "不扣分",
    misconception: (id) => `常见误解：${id}`,
    hidden: "（隐藏检查）",
    rest: "函数的其余部分在文件里。",
    code: (place) => `代码，${grammar.place(place)}`,
  },
};
