import type { HandedOut } from "../en/learnerReadme";

export function learnerReadme(course: string, notebooks: readonly HandedOut[], hasKernel: boolean): string {
  const [first] = notebooks;
  return `# ${course}

${hasKernel ? startOwn(first) : startTslab(first)}

| 笔记本 | 你要写的函数 | 分数 |
|---|---|---|
${notebooks.map(rowOf).join("\n")}

把每一处 \`throw new NotImplemented(…)\` 换成你的代码，再运行下面那个单元格里的 \`check\`：它会告诉你函数写得对不对；不对的话，还会指出哪里不同、可能错在什么地方。只有这些函数计分，笔记本里的其他内容都可以随意试验。

## 提交之前

保存笔记本，再检查一下文件本身：

\`\`\`sh
npx --no nablab check ${first.path}
\`\`\`

然后提交笔记本文件${notebooks.length > 1 ? "（例如 " : " "}\`${first.path}\`${notebooks.length > 1 ? "）" : ""}，不要提交别的东西。评分时会用更多的输入来试你的函数。函数可以使用 \`nablab\` 和你在笔记本里声明的内容，不能使用其他的包。

## 这个文件夹里有什么

${hasKernel ? ownContents : tslabContents}
`;
}

const ownContents =
  "`notebooks/` 是你的。`dist/` 里是程序库、笔记本的 TypeScript 内核和各项检查；`package.json`、`package-lock.json` 和 `requirements.txt` 说明要安装什么。所有东西都装在这个文件夹的 `node_modules/` 和 `.venv/` 里：不想要了，删掉这个文件夹就行。";

const tslabContents =
  "`notebooks/` 是你的。`dist/` 里是程序库和各项检查；`package.json` 和 `package-lock.json` 说明要装到 `node_modules/` 里的东西：不想要了，删掉这个文件夹就行。";

function startOwn({ file }: HandedOut): string {
  return `你需要 [Node.js](https://nodejs.org)（npm 10 或更高版本），以及运行 JupyterLab 的 [Python](https://www.python.org) 3.10 或更高版本；在 Linux 上，如果没有 libatomic 库，也要装上（\`sudo apt install libatomic1\`）。在这个文件夹里运行：

\`\`\`sh
npm start
\`\`\`

第一次运行时，它会安装缺少的东西（一两分钟），然后 JupyterLab 会在浏览器里打开。从 \`${file}\` 开始。在服务器上请运行 \`npm start -- --no-browser --port 8899\`。按 Ctrl+C 结束。`;
}

function startTslab({ file }: HandedOut): string {
  return `这些笔记本要用内核 [tslab](https://github.com/yunabe/tslab) 运行，你的 Jupyter 里必须有它：它在那里叫“TypeScript”。你还需要 [Node.js](https://nodejs.org)（npm 10 或更高版本）。在这个文件夹里运行一次：

\`\`\`sh
npm install
\`\`\`

然后在 Jupyter 里打开 \`notebooks/${file}\`。写代码时，对象的值要写全，写成 \`{ W1: W1, b1: b1 }\`：如果某个单元格在函数外面声明了 \`W1\`，tslab 看不懂 \`{ W1, b1 }\`。`;
}

function rowOf({ title, path, functions, points }: HandedOut): string {
  return `| [${title}](${path}) | ${functions.map((name) => `\`${name}\``).join("、")} | ${points} |`;
}
