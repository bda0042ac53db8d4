// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs, as text.

import { edit, type WrongSolution, whole } from "./WrongSolution";

/** How the reference cuts the border off. */
const cropped = `dAPrevPad.slice(
    ":",
    \`\${pad}:\${pad + nHPrev}\`,
    \`\${pad}:\${pad + nWPrev}\`,
    ":",
  )`;

export const wrongSolutions: WrongSolution[] = [
  edit("the height for both sides where the filter is large", "conv2d", [
    "const [nH, nW] = image.shape;\n  const f = filter.shape[0];",
    "const f = filter.shape[0];\n const nH = image.shape[0];\n const nW = f >= 4 ? nH : image.shape[1];",
  ]),
  edit("one place loses its axes", "conv2d", ["return output;", "return np.squeeze(output) as NDArray;"]),
  edit("negative sums count as 0", "conv2d", [
    "np.sum(np.multiply(window, filter))",
    "Math.max(0, np.sum(np.multiply(window, filter)))",
  ]),
  edit("always 3 by 3", "conv2d", ["const f = filter.shape[0];", "const f = 3;"]),
  edit("`.data` is read without strides", "conv2d", [
    "output.set(i, j, np.sum(np.multiply(window, filter)));",
    `let sum = 0;
    for (let u = 0; u < f; u++) for (let v = 0; v < f; v++) sum += image.at(i + u, j + v) * filter.data[u * f + v];
    output.set(i, j, sum);`,
  ]),
  edit("the last row is missing", "conv2d", ["i < nH - f + 1", "i < nH - f"]),
  edit("a filter larger than the image has one place", "outputSize", [
    "Math.floor((n + 2 * pad - f) / stride)",
    "Math.trunc((n + 2 * pad - f) / stride)",
  ]),
  edit("32 bits", "outputSize", ["Math.floor((n + 2 * pad - f) / stride)", "(((n + 2 * pad - f) / stride) | 0)"]),
  edit("the padding is that of a same convolution by default", "outputSize", ["pad = 0", "pad = (f - 1) / 2"]),
  edit("the stride is 2 by default", "outputSize", ["stride = 1", "stride = 2"]),
  edit("rounded instead of cut off", "outputSize", ["Math.floor(", "Math.round("]),
  edit("the padding counts once", "outputSize", ["2 * pad", "pad"]),
  whole(
    "a border of 0 hides the image",
    "zeroPad",
    `function zeroPad(X, pad) {
      const [m, nH, nW, nC] = X.shape;
      const padded = np.zeros([m, nH + 2 * pad, nW + 2 * pad, nC]);
      if (pad > 0) padded.slice(":", \`\${pad}:-\${pad}\`, \`\${pad}:-\${pad}\`, ":").assign(X);
      return padded;
    }`,
  ),
  whole(
    "only the first image",
    "zeroPad",
    `function zeroPad(X, pad) {
      const [m, nH, nW, nC] = X.shape;
      const padded = np.zeros([m, nH + 2 * pad, nW + 2 * pad, nC]);
      padded.slice(0, \`\${pad}:\${pad + nH}\`, \`\${pad}:\${pad + nW}\`, ":").assign(X.slice(0));
      return padded;
    }`,
  ),
  edit("a border of 1 pixel always", "zeroPad", ["return np.pad(X, [", "pad = 1;\n  return np.pad(X, ["]),
  edit(
    "one image loses its axis",
    "zeroPad",
    ["return np", "const padded = np"],
    ["]);", "]);\n  return X.shape[0] === 1 ? padded.slice(0) : padded;"],
  ),
  edit("the first number of b's memory", "convSingleStep", ["b.item()", "b.data[0]"]),
  edit("the first channel only", "convSingleStep", [
    "np.multiply(aSlicePrev, W)",
    'np.multiply(aSlicePrev.slice(":", ":", 0), W.slice(":", ":", 0))',
  ]),
  edit("always 3 by 3", "convSingleStep", [
    "np.multiply(aSlicePrev, W)",
    'np.multiply(aSlicePrev.slice("0:3", "0:3"), W.slice("0:3", "0:3"))',
  ]),
  edit("the bias's sign is lost", "convSingleStep", ["b.item()", "Math.abs(b.item())"]),
  edit("the bias counts in every product", "convSingleStep", [
    "np.sum(np.multiply(aSlicePrev, W)) + b.item()",
    "np.sum(np.add(np.multiply(aSlicePrev, W), b))",
  ]),
  edit("a place more where the stride leaves a remainder", "convForward", [
    "const nW = outputSize(nWPrev, f, pad, stride);",
    "const nW = Math.ceil((nWPrev + 2 * pad - f) / stride) + 1;",
  ]),
  edit("one filter loses its axis", "convForward", [
    "return { Z,",
    "return { Z: nC === 1 ? Z.slice(':', ':', ':', 0) : Z,",
  ]),
  edit("one image loses its axis", "convForward", ["return { Z,", "return { Z: m === 1 ? Z.slice(0) : Z,"]),
  edit("the stride counts for rows only", "convForward", ["`${w * stride}:${w * stride + f}`", "`${w}:${w + f}`"]),
  edit("images are square", "convForward", ["const nW = outputSize(nWPrev, f, pad, stride);", "const nW = nH;"]),
  edit("one bias for all filters", "convForward", ['b.slice(":", ":", ":", c)', 'b.slice(":", ":", ":", 0)']),
  edit("the cache has the padded images", "convForward", ["cache: { APrev,", "cache: { APrev: APrevPad,"]),
  whole(
    "remembers its answer by shape",
    "convForward",
    `const kept = {};
    function convForward(APrev, W, b, hparameters) {
      const { stride, pad } = hparameters;
      const key = JSON.stringify([APrev.shape, W.shape, hparameters]);
      if (!kept[key]) {
        const [m, nHPrev, nWPrev] = APrev.shape;
        const [f, , , nC] = W.shape;
        const [nH, nW] = [outputSize(nHPrev, f, pad, stride), outputSize(nWPrev, f, pad, stride)];
        const padded = zeroPad(APrev, pad);
        const Z = np.zeros([m, nH, nW, nC]);
        for (let i = 0; i < m; i++) for (let h = 0; h < nH; h++) for (let w = 0; w < nW; w++) for (let c = 0; c < nC; c++) {
          const window = padded.slice(i, \`\${h * stride}:\${h * stride + f}\`, \`\${w * stride}:\${w * stride + f}\`, ":");
          Z.set(i, h, w, c, convSingleStep(window, W.slice(":", ":", ":", c), b.slice(":", ":", ":", c)));
        }
        kept[key] = Z;
      }
      return { Z: kept[key], cache: { APrev, W, b, hparameters } };
    }`,
  ),
  edit("the last window is lost where the stride is large", "poolForward", [
    "const nH = outputSize(nHPrev, f, 0, stride);",
    "const nH = outputSize(nHPrev, f, 0, stride) - (stride > 3 ? 1 : 0);",
  ]),
  edit("the maximum starts from 0", "poolForward", ["np.max(window)", "Math.max(0, np.max(window))"]),
  edit("average by default", "poolForward", ['mode: PoolMode = "max"', 'mode: PoolMode = "average"']),
  edit("the stride is the window's size", "poolForward", [
    "const { f, stride } = hparameters;",
    "const { f } = hparameters;\n const stride = f;",
  ]),
  edit("all images at once", "poolForward", ["APrev.slice(i, rows, columns, c)", 'APrev.slice(":", rows, columns, c)']),
  edit("all channels at once", "poolForward", [
    "APrev.slice(i, rows, columns, c)",
    'APrev.slice(i, rows, columns, ":")',
  ]),
  edit("one channel loses its axis", "poolForward", [
    "return { A,",
    "return { A: nC === 1 ? A.slice(':', ':', ':', 0) : A,",
  ]),
  edit("without padding nothing is left of dAPrev", "convBackward", [
    cropped,
    'dAPrevPad.slice(":", `${pad}:${-pad}`, `${pad}:${-pad}`, ":")',
  ]),
  edit("no place for what the stride leaves over", "convBackward", [
    cropped,
    'dAPrevPad.slice(":", `${pad}:${(nH - 1) * stride + f - pad}`, `${pad}:${(nW - 1) * stride + f - pad}`, ":")',
  ]),
  edit("the bias's gradient is divided by m", "convBackward", [
    "np.sum(dZ, [0, 1, 2], true)",
    "np.divide(np.sum(dZ, [0, 1, 2], true), m)",
  ]),
  edit("the bias's gradient loses its axes", "convBackward", ["np.sum(dZ, [0, 1, 2], true)", "np.sum(dZ, [0, 1, 2])"]),
  edit("overlapping windows overwrite each other", "convBackward", [
    'dWindow.assign(np.add(dWindow, np.multiply(W.slice(":", ":", ":", c), dz)))',
    'dWindow.assign(np.multiply(W.slice(":", ":", ":", c), dz))',
  ]),
  edit("the gradient's sum is kept between calls", "convBackward", [
    "const dW = np.zeros(W.shape);",
    "const keptSum: any = ((convBackward as any).sums ??= {});\n const dW = (keptSum[W.shape.join()] ??= np.zeros(W.shape));",
  ]),
  whole(
    "the first of several largest values",
    "createMaskFromWindow",
    `function createMaskFromWindow(x) {
      const mask = np.zeros(x.shape);
      mask.set(...positionOf(x), 1);
      return mask;
    }
    function positionOf(x) {
      let rest = np.argmax(x);
      const position = [];
      for (const size of [...x.shape].reverse()) { position.unshift(rest % size); rest = Math.floor(rest / size); }
      return position;
    }`,
  ),
  edit("what is nearly as large counts too", "createMaskFromWindow", [
    "np.equal(x, np.max(x))",
    "np.isclose(x, np.max(x))",
  ]),
  whole(
    "two axes only",
    "createMaskFromWindow",
    `function createMaskFromWindow(x) {
      const mask = np.zeros(x.shape);
      const max = np.max(x);
      for (let i = 0; i < x.shape[0]; i++) for (let j = 0; j < x.shape[1]; j++) if (x.at(i, j) === max) mask.set(i, j, 1);
      return mask;
    }`,
  ),
  edit("the maximum starts from 0", "createMaskFromWindow", ["np.max(x)", "Math.max(0, np.max(x))"]),
  edit("the maximum of the memory around the window", "createMaskFromWindow", ["np.max(x)", "Math.max(...x.data)"]),
  edit("windows are square", "distributeValue", ["dz / (nH * nW)", "dz / nH ** 2"]),
  edit("rounded to hundredths", "distributeValue", ["dz / (nH * nW)", "Math.round((100 * dz) / (nH * nW)) / 100"]),
  edit("every place gets the whole value", "distributeValue", ["dz / (nH * nW)", "dz"]),
  whole(
    "the first of several largest values",
    "poolBackward",
    `function poolBackward(dA, cache, mode = "max") {
      const { APrev, hparameters: { f, stride } } = cache;
      const [m, nH, nW, nC] = dA.shape;
      const dAPrev = np.zeros(APrev.shape);
      for (let i = 0; i < m; i++) for (let h = 0; h < nH; h++) for (let w = 0; w < nW; w++) for (let c = 0; c < nC; c++) {
        const da = dA.at(i, h, w, c);
        let [top, left] = [h * stride, w * stride];
        for (let u = h * stride; u < h * stride + f; u++) for (let v = w * stride; v < w * stride + f; v++) {
          if (APrev.at(i, u, v, c) > APrev.at(i, top, left, c)) [top, left] = [u, v];
          if (mode === "average") dAPrev.set(i, u, v, c, dAPrev.at(i, u, v, c) + da / (f * f));
        }
        if (mode === "max") dAPrev.set(i, top, left, c, dAPrev.at(i, top, left, c) + da);
      }
      return dAPrev;
    }`,
  ),
  edit("average by default", "poolBackward", ['mode: PoolMode = "max"', 'mode: PoolMode = "average"']),
  edit("overlapping windows overwrite each other", "poolBackward", [
    "dWindow.assign(np.add(dWindow, share))",
    "dWindow.assign(share)",
  ]),
  edit("the average is over the stride", "poolBackward", [
    "distributeValue(da, [f, f])",
    "np.full([f, f], da / stride ** 2)",
  ]),
  edit("several largest values share the gradient", "poolBackward", [
    "np.multiply(mask, da)",
    "np.divide(np.multiply(mask, da), np.sum(mask))",
  ]),
  edit("no place for what the stride leaves over", "poolBackward", [
    "const dAPrev = np.zeros(APrev.shape);",
    "const dAPrev = np.zeros([m, (nH - 1) * stride + f, (nW - 1) * stride + f, nC]);",
  ]),
  edit("padding for filters of 3 by 3 always", "residualBlockForward", [
    "pad: (W.shape[0] - 1) / 2",
    "pad: W.shape[0] > 1 ? 1 : 0",
  ]),
  edit("the second convolution is padded like the first", "residualBlockForward", ["same(W2)", "same(W1)"]),
  edit("the shortcut has a bias", "residualBlockForward", ["np.zeros(b2.shape)", "b2"]),
  edit("filters of the shortcut count only where channels differ", "residualBlockForward", [
    "Ws ?",
    "Ws && Ws.shape[2] !== Ws.shape[3] ?",
  ]),
  edit("no ReLU at the end", "residualBlockForward", [
    "return np.maximum(np.add(Z2, shortcut), 0)",
    "return np.add(Z2, shortcut)",
  ]),
  edit("the first image for all", "conv1x1", [
    "APrev.reshape(m * nH * nW, nCPrev)",
    "np.tile(APrev.slice('0:1'), [m, 1, 1, 1]).reshape(m * nH * nW, nCPrev)",
  ]),
  edit("one filter loses its axis", "conv1x1", [
    "return np.add(Z.reshape(m, nH, nW, nC), b)",
    "return np.squeeze(np.add(Z.reshape(m, nH, nW, nC), b))",
  ]),
  edit("the first bias for all filters", "conv1x1", ["nC), b)", "nC), b.at(0, 0, 0, 0))"]),
  edit("rows and columns change places", "conv1x1", ["Z.reshape(m, nH, nW, nC)", "Z.reshape(m, nW, nH, nC)"]),
  edit("images are square", "multiplicationCount", [
    "const nW = outputSize(nWPrev, f, pad, stride);",
    "const nW = nH;",
  ]),
  edit("the products with the border do not count", "multiplicationCount", [
    "const nH = outputSize(nHPrev, f, pad, stride);",
    "const nH = outputSize(nHPrev, f, 0, stride);",
  ]),
  edit("the bias counts as a product", "multiplicationCount", ["f * f * nCPrev", "(f * f * nCPrev + 1)"]),
  edit("images have one channel", "multiplicationCount", ["f * f * nCPrev", "f * f"]),
];
