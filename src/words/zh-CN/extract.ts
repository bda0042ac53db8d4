import type { extract as english } from "../en/extract";
import { grammar } from "./grammar";

const again = "改好以后请重新提交";

/** These follow a file's name, or “无法评分：”. */
export const extract: typeof english = {
  missing: "文件不存在",
  unreadable: (code) => `文件无法读取（${code ?? "原因不明"}）`,
  link: "这是一个符号链接；需要的是文件本身",
  linkAbove: "它所在的文件夹是一个符号链接；需要的是文件夹本身",
  folder: "这是一个文件夹，不是文件",
  notRegular: "这不是普通的文件",
  largeFile: (megabytes, most) =>
    `文件太大：${megabytes} MB，最多 ${most} MB；请清除输出（在 JupyterLab 里：“编辑”，“清除所有单元格的输出”），保存以后重新提交`,

  empty: "文件是空的（0 字节）",
  blank: "文件是空的（只有空白）",
  binary: "这是二进制文件，不是笔记本，也不是程序",
  notUtf8: "这是二进制文件，或者不是 UTF-8 编码的文本",
  disguised: (kind) => `这是${disguises[kind]}；请提交笔记本本身（.ipynb）`,
  webPage: "这是保存下来的网页，不是笔记本；请下载笔记本本身（在 GitHub 上：Download raw file）",
  lfsPointer: "这是 Git LFS 的指针，不是笔记本；请运行 `git lfs pull`，或者下载笔记本本身",
  wrongExtension: "这既不是笔记本（.ipynb），也不是 TypeScript 文件（.ts）",

  notJupyter: "这是 JSON，但不是 Jupyter 笔记本",
  cutOff: "文件不完整：缺少笔记本的末尾",
  notJson: "这不是笔记本：不是有效的 JSON",
  mergeConflict: (line) => `文件里有合并冲突的标记，第一处在文件的第 ${line} 行；请解决冲突，${again}`,
  noCells: "笔记本已损坏：没有单元格的列表",
  damagedCell: (number) => `笔记本已损坏：第 ${number} 个单元格的内容无法读取`,
  damagedCodeCell: (number) => `笔记本已损坏：第 ${number} 个代码单元格的内容无法读取`,
  oldFormat: (nbformat) => `笔记本是旧的格式 ${nbformat}；请在 JupyterLab 里打开，再保存一次`,
  unknownFormat: "笔记本的格式不认识；需要 nbformat 4",
  noCode: "笔记本里没有任何代码",

  noGradedFunction: (names) => `一个评分函数也没有定义（${names.join("、")}）；是不是别的作业？`,
  imports: (module, place, allowed) =>
    `${grammar.place(place)}导入了 \`${module}\`；评分的代码只能导入 ${grammar.and(allowed.map((name) => `\`${name}\``))}`,
  importsInDeclaration: (code, place) =>
    `${grammar.place(place)}的声明里导入了 \`${code}\`；评分的代码只能导入 \`nablab\``,

  syntaxError: (place, complaint, line) => `${grammar.place(place)}有语法错误：${complaint}，在 \`${line}\` 附近`,
  declarationError: (place, complaint) =>
    `${grammar.place(place)}的声明有语法错误${complaint === undefined ? "" : `：${complaint}`}`,
  htmlComment: (place) => `${grammar.place(place)}的声明有语法错误：\`<!--\` 在 JavaScript 里会开始一段注释`,

  notAFunction: (name, place) => `\`${name}\` 在${grammar.place(place)}声明，但不是函数`,

  tooDeep: "代码嵌套得太深，无法读取",
  tooLarge: "文件太大，无法读取",
  parserFails: (complaint) => `无法读取：解析时出错（${complaint}）`,
  manyCharacters: (count, most) => `代码有 ${count} 个字符；最多读取 ${most} 个`,
  largeProgram: (megabytes, most) => `文件太大：代码转换成 ${megabytes} MB 的 JavaScript，最多运行 ${most} MB`,
  manyDeclarations: (count, most) => `文件太大：用到了 ${count} 个声明，最多运行 ${most} 个`,
  manyNodes: (most) => `文件太大，无法比较：最多比较 ${most} 个语法成分`,
  largeReading: (megabytes) => `文件太大：其中要评分的部分有 ${megabytes} MB`,
};

const disguises = {
  pdf: " PDF 文件",
  zip: " zip 压缩文件",
  gzip: " gzip 压缩文件",
  picture: "一张图片",
};
