import { afterEach, expect, it, vi } from "vitest";
import { callersOf } from "../../src/notebook/callersOf";
import { frameInCell, placeInCell } from "../../src/notebook/placeInCell";
import { stackHook } from "../../src/notebook/stackHook";

afterEach(() => {
  Reflect.deleteProperty(globalThis, stackHook);
  vi.restoreAllMocks();
});

const asWritten = (stack: string) => Object.assign(new Error("mine"), { stack });
const tidied = "Error: mine\n    at half (Cell [3]:2:9)\n    at Cell [4]:1:1";

it("is the innermost line of a stack that is in a cell", () => {
  const at = frameInCell(asWritten(tidied));
  expect(at).toBe("half (Cell [3]:2:9)");
  expect(placeInCell(at!)).toEqual({ function: "half", cell: "Cell [3]", line: 2 });
  expect(frameInCell(asWritten("half@nablab:cell-3:2:9"))).toBeUndefined();
});

it("is read from what the kernel makes of a stack, where it does not write it", () => {
  Object.defineProperty(globalThis, stackHook, { value: () => tidied, configurable: true });
  expect(frameInCell(asWritten("half@nablab:cell-3:2:9"))).toBe("half (Cell [3]:2:9)");
});

it("knows the callers from a stack as Firefox and WebKit write it", () => {
  Object.defineProperty(globalThis, stackHook, { value: () => tidied, configurable: true });
  vi.spyOn(Error, "captureStackTrace").mockImplementation((holder) => {
    const stack =
      "half@blob:http://a.org/5f-3:2:9\nmap@[native code]\n@nablab:cell-4:1:1\nrun@http://a.org/engine.js:3:5";
    Object.assign(holder, { stack });
  });
  expect(callersOf(undefined)).toEqual({
    files: ["blob:http://a.org/5f-3", "nablab:cell-4", "http://a.org/engine.js"],
    place: "half (Cell [3]:2:9)",
  });
});
