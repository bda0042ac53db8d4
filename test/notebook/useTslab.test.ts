import { afterEach, expect, test } from "vitest";
import { useAssignment } from "../../src/notebook/check";
import { display, displayHook } from "../../src/notebook/display";
import { type Tslab, useTslab } from "../../src/notebook/useTslab";
import "../../src";

const globals = globalThis as Record<string | symbol, unknown>;

afterEach(() => {
  delete globals[displayHook];
  delete globals.__tslab__;
});

/** tslab's display, which notes what it is given: the place, the format and the content. */
function tslab(): Tslab & { shown: string[][] } {
  const shown: string[][] = [];
  const at = (place: string) => ({
    raw: (format: string, content: string) => void shown.push([place, format, content]),
  });
  let places = 0;
  return { shown, display: at("new"), newDisplay: () => at(String(++places)) };
}

test("everything is shown in its richest format, and of a loop's updates the last, in the place that they name", async () => {
  const kernel = tslab();
  useTslab(kernel);
  display({ "text/plain": "t" });
  display({ "text/plain": "t", "image/svg+xml": "<svg/>", "application/vnd.plotly.v1+json": {} });
  for (const i of [0, 1, 2, 3]) {
    display({ "text/plain": `${i}`, "text/html": `<b>${i}</b>` }, { displayId: "bar", update: i > 0 });
  }
  display({ "text/plain": "other" }, { displayId: "other" });
  await null;
  display({ "text/plain": "later" }, { displayId: "bar", update: true });
  await null;
  expect(kernel.shown).toEqual([
    ["new", "text/plain", "t"],
    ["new", "image/svg+xml", "<svg/>"],
    ["1", "text/html", "<b>0</b>"],
    ["2", "text/plain", "other"],
    ["1", "text/html", "<b>3</b>"],
    ["1", "text/plain", "later"],
  ]);
});

test("in tslab, a notebook that was not built for it says so, without a stack; one that was goes on", () => {
  globals.__tslab__ = {};
  let thrown: Error | undefined;
  try {
    useAssignment("logistic-regression");
  } catch (error) {
    thrown = error as Error;
  }
  expect(thrown?.message).toMatch(/^This notebook is for the kernel “TypeScript \(nablab\)”/);
  expect(thrown?.stack).toBeUndefined();
  useTslab(tslab());
  expect(() => useAssignment("logistic-regression")).not.toThrow();
});
