import type { kernel as english } from "../en/kernel";

export const kernel: typeof english = {
  unreadable: "无法显示，因为读取它时会抛出错误",
  unreadableError: "一个无法描述的错误，因为读取它时又会抛出错误",
  moreCauses: "……以及更多原因",
  moreErrors: (count) => `……以及另外 ${count} 个`,
  moreDiagnostics: (count) => `以及另外 ${count} 个错误`,
  refused: (name, message, place) => `${name === null ? "" : `${name}：`}${message}（${place}）`,
  error: (name) => (name === null ? "错误" : `错误 ${name}`),
  diagnostic: (place, error, message) => `${place}：${error}：${message}`,
  line: (where, line) => `${where}，第 ${line} 行`,
  isAnImport: "它是导入",
  isAConstant: "它是常数",

  notFormats: (given) =>
    `需要按 MIME 类型给出的各种格式，例如 { "text/plain": "a", "text/html": "<b>a</b>" }，得到的却是 ${given}`,
  notText: (format, given) => `前端会显示 ${JSON.stringify(format)} 格式，其值应为字符串，得到的却是 ${given}`,

  jsx: "单元格不支持 JSX：要显示的内容请写成文字，例如反引号之间的 `<b>bold</b>`",

  waitingModule: (file) => `${file} 在最外层等待，而 \`require\` 不能等待：请改用 \`import\` 或 \`await import(…)\``,

  compilerFailed: (reason) => `无法编译这个单元格（${reason}）：请把它拆开，或者把其中的数据移到文件里`,

  engineEnded: (reason) => `运行单元格的进程结束了（${reason}）；所有变量都已丢失，请重新运行上面的单元格`,
  engineNotStarted: (reason) =>
    `运行单元格的进程在启动时就结束了（${reason}）；运行下一个单元格时会再启动一次。如果又结束，请看看它输出了什么、NODE_OPTIONS 的设置，以及内存是否够用`,
  unresponsive: "它对中断没有反应",
  heapFull: (megabytes) => `内存不足：对象和列表最多可用 ${megabytes} MB`,
  noAddressSpace: "系统拒绝分配内存：地址空间的限制 `ulimit -v` 至少要有 4 GB",
  killed: "系统终止了它，多半是内存不足：请减少同时保留的大数组，并关闭不用的笔记本",
  signal: (name) => `信号 ${name}`,
  exitCode: (code) => `退出码 ${code}`,

  noInput: '这里没有人能回答，单元格不能要求输入：请把值写进单元格，例如 `const name = "Ada"`',

  errorCut: (kilobytes) => `……后面还有：错误信息超过 ${kilobytes} kB 的部分已截去`,

  outputCut: (megabytes) =>
    `……后面还有：一个单元格的输出超过 ${megabytes} MB 的部分已截去；请少输出一些，或者写到文件里`,
};
