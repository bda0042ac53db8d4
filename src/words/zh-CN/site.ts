import type { site as english } from "../en/site";

export const site: typeof english = {
  browser: "你的浏览器",
  introduction:
    "打开一个笔记本就可以开始：它在你的浏览器里运行，什么都不用安装。你写的内容只留在你的电脑上，除非你提交它。",
  storage:
    "你写的内容由这个浏览器保存在这台电脑上，清除浏览器中这个网站的数据时会一并删除。为保险起见，请不时下载笔记本：“文件”菜单中的“下载”。",
  allNotebooks: "在 JupyterLab 中打开全部笔记本",

  handIn: "提交",
  handInHint: "下载这个笔记本，作为要提交的文件",
  handInTitle: (file) => `已下载 ${file}`,
  ok: "确定",
  standing: (correct, open) => {
    if (correct.length + open.length === 0) {
      return "这个笔记本里还没有运行过任何检查。提交之前请运行全部单元格，看看是否缺少什么。";
    }
    if (open.length === 0) return `检查过的 ${correct.length} 个函数全部正确。`;
    return `还没有完成：${open.join("、")}。你可以继续写，然后再次提交。`;
  },
  hash: (sha256) => `文件的 SHA-256：${sha256}`,
  hashNeedsHttps: "只有地址以 https 开头时，才能计算文件的 SHA-256。",
  handInDirectlyHint: "把这个笔记本提交给课程",
  handInTo: (origin) => `提交到 ${origin}`,
  token: "你的令牌",
  tokenWanted: "请粘贴你的令牌：它在那里的“My course”页面上，也可以向课程的工作人员要。",
  tokenKept: "这个浏览器会为这个网站记住它，直到你让它忘记：在与别人共用的电脑上，请不要这样提交。",
  downloadInstead: "改为下载",
  beingHandedIn: (file) => `正在提交 ${file}……`,
  handedIn: (file) => `${file} 已提交`,
  notHandedIn: "没能提交",
  forgetToken: "忘记我的令牌",
  where: "请在课程要求的地方提交这个文件。",
  newVersion: "新版本",
  newVersionHint: "把这个笔记本的新版本放在你的旁边，并带上你写的内容",
  newVersionTitle: "这个笔记本有新版本",
  newVersionOffer: "可以把它放在你的笔记本旁边，你写的函数和你自己的单元格会一起带过去。你的笔记本保持不变。",
  newVersionLater: (button) => `以后想要时，请按笔记本上方的“${button}”。`,
  update: "放在我的旁边",
  notNow: "暂时不要",
  isBeside: (file) => `新版本是 ${file}`,
  openNew: "打开",
  carriedOver: ({ functions, changed, others }) => [
    functions.length === 0
      ? "你还没有写其中的任何函数。"
      : `已带到新版本：${functions.join("、")}。请重新运行它们的检查。`,
    ...(others === 0 ? [] : [`还有你添加或修改过的 ${others} 个单元格，都跟在原来的单元格后面。`]),
    ...(changed.length === 0 ? [] : [`新版本对 ${changed.join("、")} 的说明有变化：请再读一遍。`]),
  ],
  oldStays: (file) => `你的 ${file} 没有改动。`,
  notUpdated: "没能把新版本放在你的旁边",
  becauseOf: (error) => `${error instanceof Error ? error.message : String(error)} 请稍后再试。`,
  notKept: "你的笔记本保存在这个浏览器里，但浏览器不保证在磁盘空间不足时仍保留它。请不时下载：“文件”菜单中的“下载”。",
  siteRenewed: "课程已更新。请保存你的内容，然后重新加载页面，使用新版本。",
  reload: "重新加载",
};
