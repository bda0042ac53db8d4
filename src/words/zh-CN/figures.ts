import { formatShape } from "../../core/shape";
import type { Course, figures as english, Labels, Range } from "../en/figures";

export const figures: typeof english = {
  line: (labels, lines, over) => {
    const courses = lines.map(described).filter((course) => course !== "");
    return `${titled("折线图", labels)}${between(over)}：${courses.join("；")}`;
  },
  scatter: (labels, points, groups) => {
    const each = groups.map(({ name, points }) => `${name} ${points} 个`);
    return `${titled("散点图", labels)}：${points} 个点${listed(each)}`;
  },
  boundary: (labels, points) => `${titled("决策边界", labels)}：${points} 个点`,
  boundaries: (title, points, panels) => `${titled("决策边界", { title })}：${points} 个点；${panels.join("，")}`,
  heatmap: (labels, [rows, columns], values) => `${titled("热力图", labels)}：${rows} x ${columns}${between(values)}`,
  histogram: (labels, values, range) => `${titled("直方图", labels)}：${values} 个值${between(range)}`,
  bars: (labels, places, kinds) => {
    const each = kinds.map(({ name, y }) => {
      const heights = y
        .map((value, i) => `${places[i]} ${Number.isFinite(value) ? rounded(value) : "没有值"}`)
        .join("，");
      return name === undefined ? heights : `${name}：${heights}`;
    });
    return `${titled("柱状图", labels)}：${each.join("；")}`;
  },
  images: (title, images, captions = []) =>
    `${title ? `${titled("图片", { title })}：` : ""}${images} 张图片${captions.length > 0 ? `：${captions.join("，")}` : ""}`,
  label: (label) => `标签 ${label}`,

  notDrawn: "（没有图：无法加载 plotly.js；请用 npm start 启动 JupyterLab）",

  notPlanar: (operation, shape) => `${operation}：需要形状为 (2, m) 的点，得到的形状是 ${formatShape(shape)}`,
  notAMatrix: (shape) => `plot.heatmap：需要形状为 (rows, columns) 的数组，得到的形状是 ${formatShape(shape)}`,
  notAnImage: (shape) =>
    `plot.image：需要的形状是 (height, width) 或 (height, width, 3)，得到的是 ${formatShape(shape)}；列向量要先改变形状`,
  unevenLine: (x, y) => `plot.line：x 和 y 的个数要相同，得到的 x 有 ${x} 个，y 有 ${y} 个`,
  unevenBars: (labels, values) => `plot.bars：每个标签对应一个值，得到的是 ${labels} 个标签和 ${values} 个值`,
  unevenLabels: (operation, points, labels) =>
    `${operation}：每个点对应一个标签，得到的是 ${points} 个点和 ${labels} 个标签`,
  unevenPrediction: (values, points) =>
    `plot.decisionBoundary：predict 要为每个点返回一个值，得到的是 ${points} 个点和 ${values} 个值`,
};

function titled(kind: string, { title, xLabel, yLabel }: Labels): string {
  const axes = [
    ...(xLabel === undefined ? [] : [`横轴为${spaced(xLabel)}`]),
    ...(yLabel === undefined ? [] : [`纵轴为${spaced(yLabel)}`]),
  ];
  return `${kind}${title ? `“${title}”` : ""}${axes.length > 0 ? `，${axes.join("，")}` : ""}`;
}

/** Latin letters stand apart from Chinese ones. */
function spaced(text: string): string {
  return /^[!-~]/.test(text) ? ` ${text}` : text;
}

function described({ name, from, to }: Course): string {
  const way = from === undefined || to === undefined ? [] : [`从 ${rounded(from)} 到 ${rounded(to)}`];
  return [...(name === undefined ? [] : [name]), ...way].join("，");
}

function listed(names: readonly string[]): string {
  return names.length > 0 ? `（${names.join("，")}）` : "";
}

function between([low, high]: Range): string {
  return Number.isFinite(low) ? `，${rounded(low)} 到 ${rounded(high)}` : "";
}

/** Three digits tell the story. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
