import { intake as english, type OtherKind } from "../en/intake";
import { grammar } from "./grammar";

const hand = "请提交笔记本（.ipynb）";

/** Learners read why there is nothing to grade, and which of several files was graded; staff read the rest. */
export const intake: typeof english = {
  ...english,
  noSuchPath: (path) => `没有 ${path} 这个文件或文件夹`,
  garbledName: "文件名不是 UTF-8 编码；请改名",
  garbledFile: (name) => `里面有一个文件，名称不是 UTF-8 编码（${name}）；请改名`,
  brokenFile: (name, problem) => `里面只有 ${name}：${problem}`,
  noFile: "这个文件夹里没有笔记本（.ipynb），也没有 TypeScript 文件（.ts）",
  typedText: `提交的是在平台上输入的文字，没有文件；${hand}`,
  typedAddress: `提交的是一个网址，没有文件；${hand}`,
  otherFile: (kind) => `提交的是${kinds[kind]}；${hand}`,
  unknownFile: (ending) => `提交的是${ending === "" ? "类型不明的文件" : `别的类型的文件（${ending}）`}；${hand}`,
  otherFiles: (names) => `提交了 ${names.length} 个文件，没有一个是笔记本（${grammar.first(names)}）；${hand}`,
  notInExport: "导出的列表里有它，文件却不在里面；请重新导出",
  noneThere: (path) => `没有 ${path}`,

  zipDamaged: "zip 文件已损坏；请提交笔记本本身",
  zipEncrypted: "zip 文件有密码；请提交笔记本本身",
  zipClimbing: (name) => `zip 文件里有指向外面的路径（${name}），没有解压`,
  zipLarge: (megabytes, most) => `zip 文件解压后有 ${megabytes} MB，最多解压 ${most} MB`,
  zipMany: (count, most) => `zip 文件里有 ${count} 项，最多解压 ${most} 项`,

  choice: (by, others, count) =>
    `${count + 1} 个文件中，评分的是这一个：${choices[by]}。没有采用：${others.join("、")}${count > others.length ? " 等" : ""}。`,
};

const kinds: Record<OtherKind, string> = {
  pdf: " PDF 文件",
  page: "网页",
  document: "文档",
  picture: "图片",
  text: "文本文件，不是笔记本",
  json: " JSON 文件，但不是 Jupyter 笔记本",
  python: " Python 程序",
  javascript: " JavaScript 程序",
  archive: "无法打开的压缩文件",
};

const choices = {
  name: "它的名称就是发下来的名称",
  assignment: "它说明自己属于这次作业",
  functions: "它定义的评分函数最多",
  time: "它是最新的",
};
