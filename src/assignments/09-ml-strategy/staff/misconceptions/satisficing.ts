import type { Misconception } from "../../../../check/contract";
import type { Metrics } from "../../assignment";
import * as solution from "../solution";

type Choice = [models: Metrics[], optimize: string, limits: Metrics];

/** The first position of the largest value; -1 in an empty list. */
function largest(values: number[]): number {
  return values.reduce((best, value, i) => (best === -1 || value > values[best] ? i : best), -1);
}

const keeps = (model: Metrics, limits: Metrics) => Object.keys(limits).every((name) => model[name] <= limits[name]);

export const satisficing: Misconception[] = [
  {
    id: "ml-satisficing-ignored",
    function: "satisficingBest",
    message: "The limits are not looked at: the best of all models wins, even if it is too slow.",
    implementation: (...[models, optimize]: Choice) => largest(models.map((model) => model[optimize])),
  },
  {
    id: "ml-satisficing-strict",
    function: "satisficingBest",
    message: "A value equal to its limit is allowed: a limit is the most that a metric may be, so compare with <=.",
    implementation: (...[models, optimize, limits]: Choice) => {
      const isBelow = (model: Metrics) => Object.keys(limits).every((name) => model[name] < limits[name]);
      const best = largest(models.map((model) => (isBelow(model) ? model[optimize] : Number.NEGATIVE_INFINITY)));
      return models.some(isBelow) ? best : -1;
    },
  },
  {
    id: "ml-satisficing-first",
    function: "satisficingBest",
    message: "This is the first model that keeps the limits. Of those that do, the best one is asked for.",
    implementation: (...[models, , limits]: Choice) => models.findIndex((model) => keeps(model, limits)),
  },
  {
    id: "ml-satisficing-least",
    function: "satisficingBest",
    message:
      "The satisficing metric is optimized: the fastest model wins. Fast enough is enough; among those, only the " +
      "optimizing metric counts.",
    implementation: (...[models, , limits]: Choice) => {
      const [metric] = Object.keys(limits);
      return largest(models.map((model) => -model[metric]));
    },
  },
  {
    id: "ml-satisficing-last-tie",
    function: "satisficingBest",
    message: "Of equally good models the first one is asked for: a later one has to be better, >, not >=.",
    implementation: (...[models, optimize, limits]: Choice) => {
      const found = solution.satisficingBest([...models].reverse(), optimize, limits);
      return found === -1 ? -1 : models.length - 1 - found;
    },
  },
  {
    id: "ml-satisficing-none",
    function: "satisficingBest",
    message: "Where no model keeps the limits, the best of all is returned. Return -1: none of them will do.",
    implementation: (...[models, optimize, limits]: Choice) => {
      const found = solution.satisficingBest(models, optimize, limits);
      return found === -1 ? largest(models.map((model) => model[optimize])) : found;
    },
  },
  {
    id: "ml-satisficing-one-limit",
    function: "satisficingBest",
    message: "Only the first limit is looked at, or one of them is enough. A model has to keep every limit.",
    implementation: (...[models, optimize, limits]: Choice) => {
      const [metric] = Object.keys(limits);
      return solution.satisficingBest(models, optimize, { [metric]: limits[metric] });
    },
  },
  {
    id: "ml-satisficing-weighted",
    function: "satisficingBest",
    message:
      "The metrics are added up into one sum, such as accuracy - time / 1000. Their units do not go together, and a very " +
      "accurate model could buy itself out of a limit. Leave out the models that break one, then compare the rest.",
    implementation: (...[models, optimize, limits]: Choice) =>
      largest(
        models.map((model) => Object.keys(limits).reduce((sum, name) => sum - model[name] / 1000, model[optimize])),
      ),
  },
];
