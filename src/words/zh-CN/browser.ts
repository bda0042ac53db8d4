import type { browser as english } from "../en/browser";

export const browser: typeof english = {
  notLoaded: (address) => `无法加载 ${address}`,
  crashed: (reason) => `浏览器的说明：${reason}`,

  engineEnded: (reason) => `运行单元格的线程结束了（${reason}）；所有变量都已丢失，请重新运行上面的单元格`,
  engineNotStarted: (reason) => `运行单元格的线程在启动时就结束了（${reason}）；请检查网络连接，然后重新加载页面`,

  noName: (name) => `${name} 属于 Node，而浏览器里的笔记本没有 Node：请去掉它，或者在自己电脑的 JupyterLab 里运行`,
  noModule: (name) =>
    `无法导入 "${name}"：浏览器里的笔记本只有 nablab，以及课程用到时的 nablab/tf，没有其他模块；要用它，请在自己电脑的 JupyterLab 里运行`,
  noFile: (name) => `无法导入 "${name}"：浏览器里的笔记本旁边没有文件；请把需要的内容复制到单元格里`,

  outputCut: (megabytes) => `……后面还有：在浏览器里，一个单元格的输出超过 ${megabytes} MB 的部分已截去；请少输出一些`,
};
