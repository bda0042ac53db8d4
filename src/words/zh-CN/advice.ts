import type { advice as english } from "../en/advice";

export const advice: typeof english = {
  promise: "不写 `async`，函数返回的就是值本身。",
  undefined: "是不是漏写了 `return`？",
  listForArray: "np.array(…) 可以把列表变成数组。",
  arrayForList: ".tolist() 可以把数组变成列表。",
  arrayForNumber: "不指定轴的 `np.sum(a)` 会得到一个数。",
  rank1:
    "这是一个秩为 1 的数组：既不是行，也不是列。请保留两个维度，或者改变它的形状。（形状写成列表：是 `[n, 1]`，不是 `(n, 1)`。）",
  transposed: "它被转置了，或者乘积的顺序写反了。",
  constant: "无论参数是什么，结果都一样：是不是有参数名拼错了，或者用了函数外面的变量？",
  joined: "有一个数组用 `+` 和别的东西连在了一起，结果成了一段文字；数组相加要用 `np.add(A, B)`。",
  nan: "NaN 来自 0/0、Infinity - Infinity，或者负数的对数。",
  infinite: "它来自除以 0、log(0)，或者一个很大的数的指数。",
  copyEach: "每一个都要新建，或者用 copy() 复制一份。",
  newEachTime: "每次调用都要新建一个。",
  left: (count) => `有 ${count} 个张量没有释放：把这一步放进 \`tf.tidy\`，它会释放所有没有返回的张量。`,
  copy: "请在副本上计算，让调用者的值保持不变。",
};
