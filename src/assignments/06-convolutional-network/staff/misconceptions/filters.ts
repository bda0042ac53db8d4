import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import * as solution from "../solution";

/** conv2d and convSingleStep: one filter. */
export const filters: Misconception[] = [
  {
    id: "conv-filter-flipped",
    function: "conv2d",
    message:
      "The filter is turned upside down and left to right. Mathematicians call that convolution; in deep learning, the " +
      "filter is used as it is.",
    implementation: (image: NDArray, filter: NDArray) => solution.conv2d(image, filter.slice("::-1", "::-1")),
  },
  {
    id: "conv-filter-transposed",
    function: "conv2d",
    message: "Rows and columns of the filter are swapped: window[u, v] belongs to filter[u, v].",
    implementation: (image: NDArray, filter: NDArray) => solution.conv2d(image, filter.T),
  },
  {
    id: "conv-last-place-missing",
    function: "conv2d",
    message: "The last row and the last column are missing: there are nH - f + 1 places, not nH - f.",
    implementation: (image: NDArray, filter: NDArray) => solution.conv2d(image, filter).slice(":-1", ":-1"),
  },
  {
    id: "conv-padded",
    function: "conv2d",
    message:
      "The output has the size of the image. Without padding, the filter only lies where it fits: the output is " +
      "smaller, nH - f + 1 by nW - f + 1.",
    implementation: (image: NDArray, filter: NDArray) => {
      const valid = solution.conv2d(image, filter);
      const output = np.zeros(image.shape);
      output.slice(`:${valid.shape[0]}`, `:${valid.shape[1]}`).assign(valid);
      return output;
    },
  },
  {
    id: "conv-averaged",
    function: "conv2d",
    message: "The products are averaged, not summed: the output is f² times too small.",
    implementation: (image: NDArray, filter: NDArray) => np.divide(solution.conv2d(image, filter), filter.size),
  },
  {
    id: "conv-matrix-product",
    function: "conv2d",
    message:
      "The window and the filter are multiplied as matrices. Multiply them element by element (np.multiply), then sum.",
    implementation: (image: NDArray, filter: NDArray) => {
      const f = filter.shape[0];
      const output = solution.conv2d(image, filter);
      for (let i = 0; i < output.shape[0]; i++) {
        for (let j = 0; j < output.shape[1]; j++) {
          output.set(i, j, np.sum(np.dot(image.slice(`${i}:${i + f}`, `${j}:${j + f}`), filter)));
        }
      }
      return output;
    },
  },
  {
    id: "conv-bias-in-sum",
    function: "convSingleStep",
    message:
      "The bias is added to every product before the sum, so it counts f · f · nCPrev times. Sum first, then add b once.",
    implementation: (a: NDArray, W: NDArray, b: NDArray) => np.sum(np.add(np.multiply(a, W), b)),
  },
  {
    id: "conv-bias-missing",
    function: "convSingleStep",
    message: "The bias is missing: Z = Σ aSlicePrev * W + b.",
    implementation: (a: NDArray, W: NDArray) => np.sum(np.multiply(a, W)),
  },
  {
    id: "conv-step-mean",
    function: "convSingleStep",
    message: "The products are averaged, not summed.",
    implementation: (a: NDArray, W: NDArray, b: NDArray) => np.mean(np.multiply(a, W)) + b.item(),
  },
  {
    id: "conv-step-not-a-number",
    function: "convSingleStep",
    message: "Z is an array of shape (1, 1, 1), because b is one. b.item() makes a number of it.",
    implementation: (a: NDArray, W: NDArray, b: NDArray) => np.add(np.sum(np.multiply(a, W)), b),
  },
  {
    id: "conv-step-not-summed",
    function: "convSingleStep",
    message: "The products are not summed: one filter at one place gives one number.",
    implementation: (a: NDArray, W: NDArray, b: NDArray) => np.add(np.multiply(a, W), b),
  },
];
