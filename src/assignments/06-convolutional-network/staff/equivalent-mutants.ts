import type { EquivalentMutant } from "../../../check/contract";

const square = "filters are square";
const overwritten = "every entry is set afterwards";
const wholeAxis = "an axis that slice is not told about is taken whole";

/** Mutants of the reference solution that do the same as it does, and why. */
export const equivalentMutants: EquivalentMutant[] = [
  { function: "conv2d", line: "const f = filter.shape[1];", reason: square },
  { function: "conv2d", line: "const output = np.ones([nH - f + 1, nW - f + 1]);", reason: overwritten },
  { function: "convForward", line: "const Z = np.ones([m, nH, nW, nC]);", reason: overwritten },
  {
    function: "convForward",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a template
    line: "const window = APrevPad.slice(i, rows, `${w * stride}:${w * stride + f}`);",
    reason: wholeAxis,
  },
  {
    function: "convForward",
    line: 'const step = convSingleStep(W.slice(":", ":", ":", c), window, b.slice(":", ":", ":", c));',
    reason: "window and filter are multiplied element by element, in either order",
  },
  { function: "poolForward", line: "const A = np.ones([m, nH, nW, nC]);", reason: overwritten },
  { function: "convBackward", line: "const f = W.shape[1];", reason: square },
  { function: "convBackward", line: "const window = APrevPad.slice(i, rows, columns);", reason: wholeAxis },
  { function: "convBackward", line: "const dWindow = dAPrevPad.slice(i, rows, columns);", reason: wholeAxis },
  {
    function: "convBackward",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a template
    line: 'const dAPrev = dAPrevPad.slice(":", `${pad}:${pad + nHPrev}`, `${pad}:${pad + nWPrev}`);',
    reason: wholeAxis,
  },
  {
    function: "residualBlockForward",
    line: "const same = (W: NDArray) => ({ stride: 1, pad: (W.shape[1] - 1) / 2 });",
    reason: square,
  },
];
