import { expect, test } from "vitest";
import { camelCase, distinctNames, slugFrom } from "../../../../graders/authoring/migrate/names";

test.each([
  ["learning_rate", "learningRate"],
  ["X_train", "XTrain"],
  ["dW1", "dW1"],
  ["_private__name", "privateName"],
  ["default", "default_"],
  ["of", "of"],
  ["σ", "value"],
  ["zähler_1", "zahler1"],
  ["_2d", "_2d"],
])("%s is %s", (python, typescript) => {
  expect(camelCase(python)).toBe(typescript);
});

test("names that become one get numbers, and so do those that are taken", () => {
  expect(distinctNames(["a_b", "aB", "a__b", "np"], ["np"])).toEqual(["aB", "aB2", "aB3", "np2"]);
});

test.each([
  ["Problem Set 1", "problem-set-1"],
  ["2024_hw1", "hw1"],
  ["Übung: Ähren", "u-bung-a-hren"],
  ["…", "migrated"],
])("the slug of %s is %s", (text, slug) => {
  expect(slugFrom(text)).toBe(slug);
});
