import { lab as english } from "../en/lab";

/** What learners read when they open their notebooks; what is about the kernel's places is for staff. */
export const lab: typeof english = {
  ...english,
  installing: "正在把 JupyterLab 装进 .venv（只装一次，大约半分钟）",
  languagePack: (command) => `没有语言包，JupyterLab 自己的菜单仍是英文；\`${command}\` 可以安装它`,
  building: "正在编译程序库",
  buildFails: "`npm run build` 失败了（见上文）",

  oldPython: (found, oldest, command) =>
    `JupyterLab 需要 Python ${oldest} 或更高版本，这里是 ${found}；${install(command)}`,
  noPython: (command) => `没有 Python；${install(command)}`,
  noModule: (name, command) => `Python 缺少 ${name} 模块；${install(command)}`,
  withoutPython: "`npm run demo` 不需要 Python",
  venvFails: (python, complaint) => `\`${python} -m venv\` 失败了：${complaint ?? "它什么也没说"}`,
  pipFails: "pip 无法从 PyPI 安装（见上文）；请检查网络，再试一次",

  sharedInstallation: (folder) =>
    `你不能修改 ${folder}：请在老师准备好的 JupyterLab 里打开笔记本，或者把这个文件夹复制一份给自己用`,
  staleInstallation: (folder) => stale(folder, "npm run build"),
  staleCourse: (folder) => stale(folder, "npx --no nablab kernel install"),
};

function stale(folder: string, command: string): string {
  return `${folder} 在编译以后又有改动，而你不能修改它：请维护它的人在那里运行 \`${command}\``;
}

function install(command: string | null): string {
  return command === null ? "请用系统的包管理器安装（python3，以及 venv 和 pip）" : `请用 \`${command}\` 安装`;
}
