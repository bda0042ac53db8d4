import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/06-convolutional-network/assignment";
import { gradeNotebooks, misconceptionsOf, replaceOnce } from "../gradeNotebooks";

const grade = gradeNotebooks(assignment);

test("the solution gets 100 points", async () => {
  expect((await grade("solutions")).score).toBe(100);
});

test("the starter gets none: nothing is implemented, and nothing has crashed", async () => {
  const { score, functions } = await grade("starter");
  expect(score).toBe(0);
  expect(new Set(functions.map(({ status }) => status))).toEqual(new Set(["not-implemented"]));
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: pieces of the solution
const border = ["`${pad}:${pad + nHPrev}`,\n    `${pad}:${pad + nWPrev}`", "`${pad}:-${pad}`,\n    `${pad}:-${pad}`"];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: pieces of the solution
const products = "np.multiply(aSlicePrev, W)";

const callsOutputSize = ["convForward", "poolForward", "multiplicationCount"];
const callsSingleStep = ["convForward", "residualBlockForward"];

test.each([
  // Where the stride divides evenly, rounding up is no mistake: 3.5 of 6 points stay.
  ["pool-output-size", "Math.floor((n + 2 * pad", "Math.ceil((n + 2 * pad", 97.5, callsOutputSize],
  ["conv-bias-in-sum", `np.sum(${products}) + b.item()`, `np.sum(np.add(${products}, b))`, 93, callsSingleStep],
  ["pool-no-sample-index", "window = APrev.slice(i, ", "window = APrev.slice(", 89, []],
  // With one image it is right, as in two of three cases of a public check.
  ["pool-all-images", "window = APrev.slice(i, ", 'window = APrev.slice(":", ', 90 + 1 / 3, []],
  // With padding, cutting to -pad is right: 9.8 of 16 points stay.
  ["conv-backward-crop-to-minus-pad", border[0], border[1], 93.8, []],
  ["pool-mask-values", "np.equal(x, np.max(x))", "np.multiply(x, np.equal(x, np.max(x)))", 95, ["poolBackward"]],
  ["conv-residual-after-relu", "np.maximum(np.add(Z2, shortcut), 0)", "np.add(np.maximum(Z2, 0), shortcut)", 95, []],
])("%s is named, and costs its own points once: callers are right given their inputs", async (...mistake) => {
  const [id, right, wrong, score, callers] = mistake;
  const graded = await grade("solutions", replaceOnce(right, wrong));
  const failing = graded.functions.filter(({ points, maxPoints }) => points < maxPoints);
  expect(failing.map(misconceptionsOf)).toEqual([new Set([id])]);
  const judgedAgain = graded.functions.filter(({ followThrough }) => followThrough).map(({ name }) => name);
  expect(judgedAgain).toEqual(callers);
  expect(graded.score).toBeCloseTo(score, 6);
});
