import { expect, it } from "vitest";
import { loadText, tooBusy } from "./load";

it("a quiet machine is measured", () => {
  expect(tooBusy([1, 3])).toBeNull();
  expect(tooBusy(null)).toBeNull();
});

it("a busy one is not, and the message names the load and the option", () => {
  expect(tooBusy([1.01, 0])).toBe(
    "the machine is busy: its load was 1.01 over the last minute, 1 at most gives ratios that can be trusted; wait until it is quiet, or measure all the same with --busy",
  );
});

it("the load is printed with the time that it is averaged over", () => {
  expect(loadText([0.236, 0.31])).toBe("0.24 (1 min), 0.31 (5 min)");
  expect(loadText(null)).toBe("unknown");
});
