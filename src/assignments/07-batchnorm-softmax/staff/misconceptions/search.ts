import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import * as solution from "../solution";

type Draw = [low: number, high: number, n: number, seed: number];

/** Numbers that are drawn by a rule of their own, from the seeded stream. */
function draw(rule: (low: number, high: number, n: number) => NDArray) {
  return (...[low, high, n, seed]: Draw) => {
    np.random.seed(seed);
    return rule(low, high, n);
  };
}

/** From `first`, where the random number is 0, to `last`, where it is 1. */
function between(first: number, last: number, random: NDArray): NDArray {
  return np.add(first, np.multiply(last - first, random));
}

const exponents = (low: number, high: number, random: NDArray) => between(Math.log10(low), Math.log10(high), random);

type Zoom = [values: number[], scores: number[], keep: number];

/** The range of the values at these positions. */
function rangeAt(values: number[], positions: number[]) {
  const kept = positions.map((i) => values[i]);
  return { low: Math.min(...kept), high: Math.max(...kept) };
}

/** The positions, the best first. */
const byScore = (scores: number[]) => [...scores.keys()].sort((i, j) => scores[j] - scores[i]);

/** sampleLogScale, sampleMomentum and zoomIn. */
export const search: Misconception[] = [
  {
    id: "tune-log-uniform",
    function: "sampleLogScale",
    message:
      "The numbers are drawn evenly between low and high, so nine tenths of them lie in the last power of ten. Draw the " +
      "exponent evenly, and take 10 to its power.",
    implementation: draw((low, high, n) => between(low, high, np.random.rand(n))),
  },
  {
    id: "tune-log-fixed-range",
    function: "sampleLogScale",
    message:
      "The range is written into the code: -4 * rand draws from 0.0001 to 1, whatever low and high are (and from the " +
      "upper end down). Start from log10(low).",
    implementation: draw((_low, _high, n) => np.power(10, np.multiply(-4, np.random.rand(n)))),
  },
  {
    id: "tune-log-base-mixed",
    function: "sampleLogScale",
    message: "Math.log is the natural logarithm, and it is undone by e^r, not by 10^r. Use Math.log10.",
    implementation: draw((low, high, n) => np.power(10, between(Math.log(low), Math.log(high), np.random.rand(n)))),
  },
  {
    id: "tune-log-normal",
    function: "sampleLogScale",
    message: "randn has no bounds, so the exponents leave the range. np.random.rand gives numbers from 0 to 1.",
    implementation: draw((low, high, n) => np.power(10, exponents(low, high, np.random.randn(n)))),
  },
  {
    id: "tune-log-whole-decades",
    function: "sampleLogScale",
    message: "Only whole powers of ten come out: the exponent is rounded down. Leave its decimals.",
    implementation: draw((low, high, n) => np.power(10, np.floor(exponents(low, high, np.random.rand(n))))),
  },
  {
    id: "tune-log-exponent-returned",
    function: "sampleLogScale",
    message: "These are the exponents. What is asked for is 10 to their power: np.power(10, r).",
    implementation: draw((low, high, n) => exponents(low, high, np.random.rand(n))),
  },
  {
    id: "tune-momentum-uniform",
    function: "sampleMomentum",
    message:
      "β is drawn evenly, so hardly any of them comes close to 1, where it makes the difference. Draw the exponent of " +
      "1 - β evenly.",
    implementation: draw((low, high, n) => between(low, high, np.random.rand(n))),
  },
  {
    id: "tune-momentum-not-one-minus",
    function: "sampleMomentum",
    message: "10^r is 1 - β. Subtract it from 1.",
    implementation: (...given: Draw) => np.subtract(1, solution.sampleMomentum(...given)),
  },
  {
    id: "tune-momentum-log-of-beta",
    function: "sampleMomentum",
    message:
      "The logarithm is taken of β itself, and between 0.9 and 1 that hardly differs from an even draw. The scale is for " +
      "the distance from 1, 1 - β.",
    implementation: solution.sampleLogScale,
  },
  {
    id: "tune-momentum-ends-swapped",
    function: "sampleMomentum",
    message:
      "The exponent runs from log10(1 - low) to log10(1 - high). That is as good a distribution, but gives other numbers " +
      "than asked for: start from log10(1 - high).",
    implementation: (...[low, high, n, seed]: Draw) => solution.sampleMomentum(high, low, n, seed),
  },
  {
    id: "tune-zoom-string-sort",
    function: "zoomIn",
    message:
      "The pairs of value and score are sorted as texts, by their values: JavaScript's sort() without a comparison " +
      "compares texts. Sort by the scores: sort((i, j) => scores[j] - scores[i]).",
    implementation: (...[values, scores, keep]: Zoom) => {
      const pairs = values.map((value, i) => [value, scores[i]]).sort();
      return rangeAt(
        pairs.map(([value]) => value),
        [...pairs.keys()].slice(0, keep),
      );
    },
  },
  {
    id: "tune-zoom-scores-as-text",
    function: "zoomIn",
    message:
      "The scores are sorted as texts, in which 9.5 comes after 100: JavaScript's sort() does so without a comparison. " +
      "Give it one: sort((a, b) => b - a).",
    implementation: (...[values, scores, keep]: Zoom) => {
      const text = scores.map(String);
      const order = [...scores.keys()].sort((i, j) => (text[i] < text[j] ? 1 : text[i] > text[j] ? -1 : 0));
      return rangeAt(values, order.slice(0, keep));
    },
  },
  {
    id: "tune-zoom-ends-as-text",
    function: "zoomIn",
    message:
      "The right values are kept, but sorted as texts: for JavaScript's sort() without a comparison, 12 comes before 4. " +
      "Math.min(...best) and Math.max(...best) find the ends.",
    implementation: (...[values, scores, keep]: Zoom) => {
      const best = byScore(scores).slice(0, keep);
      const sorted = best.map((i) => values[i]).sort();
      return { low: sorted[0], high: sorted[sorted.length - 1] };
    },
  },
  {
    id: "tune-zoom-worst",
    function: "zoomIn",
    message: "The worst trials are kept. A higher score is better: sort((i, j) => scores[j] - scores[i]).",
    implementation: (...[values, scores, keep]: Zoom) =>
      solution.zoomIn(
        values,
        scores.map((score) => -score),
        keep,
      ),
  },
  {
    id: "tune-zoom-scores",
    function: "zoomIn",
    message: "That is the range of the scores. What is asked for is the range of the values that have them.",
    implementation: (...[, scores, keep]: Zoom) => solution.zoomIn(scores, scores, keep),
  },
  {
    id: "tune-zoom-first",
    function: "zoomIn",
    message: "The first trials are kept, not the best ones.",
    implementation: (...[values, , keep]: Zoom) => rangeAt(values, [...values.keys()].slice(0, keep)),
  },
  {
    id: "tune-zoom-last-of-ties",
    function: "zoomIn",
    message:
      "Of two equal scores the later one is kept. The first counts as better: sort by -score and take from the front, " +
      "rather than by score and from the back.",
    implementation: (...[values, scores, keep]: Zoom) =>
      solution.zoomIn([...values].reverse(), [...scores].reverse(), keep),
  },
];
