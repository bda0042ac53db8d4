import type { submit as english } from "../en/submit";

/** What `submit()` says in a notebook; the command line is in English. */
export const submit: typeof english = {
  address: (given) =>
    `${given} 不是可以提交作业的地址；应该是 https://nablab.example.org 这样的地址：除了本机，都要用 TLS`,
  noAddress: (known) =>
    known.length === 0
      ? "请说明提交到哪里：先用 `nablab sign-in https://…` 登录一次，地址就是课程页面的地址"
      : `可以提交作业的地方有好几个，请说明是哪一个：${known.join("、")}`,
  noToken: (origin) =>
    `没有 ${origin} 的令牌；运行 \`nablab sign-in ${origin}\` 并填入课程页面上的令牌，或者设置 NABLAB_TOKEN`,
  openFile: (path) =>
    `这台机器上的其他用户可以读取 ${path}，里面有你的令牌；请运行 \`chmod 600 ${path}\`，并在你的页面上更换令牌`,
  damagedFile: (path) => `${path} 已经损坏；请删除它，再用 \`nablab sign-in\` 重新登录`,
  foreign: (origin, status) => `${origin} 上回应的不是 nablab 的页面，或者版本太旧（状态 ${status}）；请检查地址`,
  unreachable: (origin, reason) =>
    `${origin} 没有回应（${reason}）；请稍后再提交：同一个文件只算一次，不管上次是否送到`,
  stillWaiting: (page) => `已经提交，还没有评分；结果会出现在 ${page}`,
  fault: (page) => `已经提交，但课程这边出了问题，不会扣你的分；后续情况见 ${page}`,
  notebook: {
    sending: (name) => `正在提交 ${name}……`,
    waiting: (name) => `${name} 已经提交，正在评分……`,
    done: (name, time, points, most) => `${name} 于 ${time} 提交：公开检查得 ${points} 分，满分 ${most} 分`,
    released: (name, time, points, most) => `${name} 于 ${time} 提交：得 ${points} 分，满分 ${most} 分`,
    notGradable: (name, error) => `${name} 已经提交，但无法评分：${error}`,
    page: "你的页面",
    noPath: "submit() 不知道这个笔记本存放在哪个文件里：它要在 JupyterLab 里使用；在别处请用 `nablab submit <文件>`",
    gone: (path) => `${path} 已经不在了：笔记本被改名或移动过；请保存笔记本，重启内核，再运行一次`,
    saveFirst: "请先保存笔记本，再运行一次：最后运行的内容和文件里的不一样，而提交的是文件",
    noFiles: "submit() 需要 Node 的内核；请用笔记本上方的“提交”按钮",
  },
};
