import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { progress } from "../../src/notebook/progress";
import { timeit } from "../../src/notebook/timeit";
import { recordDisplays } from "./recordDisplays";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

const texts = (run: () => void) => recordDisplays(run).map(({ bundle }) => bundle["text/plain"]);

describe("progress", () => {
  test("counts to a number, or goes through what it is given", () => {
    const seen: unknown[] = [];
    recordDisplays(() => seen.push(...progress(3), ...progress(["a", "b"]), ...progress(new Set([7]))));
    expect(seen).toEqual([0, 1, 2, "a", "b", 7]);
  });

  test("updates one bar, at most every tenth of a second, with rate and time left", () => {
    const displayed = recordDisplays(() => {
      for (const _ of progress(100, "steps")) vi.advanceTimersByTime(30);
    });
    const [first, second] = displayed.map(({ bundle }) => bundle["text/plain"]);
    expect(first).toBe("steps: 0/100 · 0.0 s");
    expect(second).toBe("steps: 4/100 · 0.1 s · 2.9 s left · 33/s");
    expect(displayed.at(-1)?.bundle["text/plain"]).toBe("steps: 100/100 · 3.0 s · 33/s");
    expect(displayed).toHaveLength(27);
    expect(new Set(displayed.map(({ options }) => options.displayId)).size).toBe(1);
    expect(displayed.map(({ options }) => options.update)).toEqual([false, ...Array(26).fill(true)]);
  });

  test("a loop that is left early shows how far it came", () => {
    const shown = texts(() => {
      for (const i of progress(10)) {
        vi.advanceTimersByTime(1000);
        if (i === 2) break;
      }
    });
    expect(shown.at(-1)).toBe("2/10 · 3.0 s · 12.0 s left · 0.67/s");
  });

  test("without a known end there is no time left", () => {
    function* letters() {
      yield* "ab";
    }
    const shown = texts(() => {
      for (const _ of progress(letters())) vi.advanceTimersByTime(90_000);
    });
    expect(shown.at(-1)).toBe("2 · 3 min 00 s · 0.011/s");
  });

  test("labels are text", () => {
    const [{ bundle }] = recordDisplays(() => [...progress(0, "<b>")]);
    expect(bundle["text/html"]).toContain("&#60;b&#62;");
  });

  test.each([-1, 1.5, Number.NaN])("%d is no count, and that is said before the loop starts", (count) => {
    expect(() => progress(count)).toThrow(`expected a whole number, 0 or more, got ${count}`);
  });
});

test("timeit gives the median of its calls, without the first", () => {
  const durations = [500, 3, 1, 100, 2, 3];
  expect(timeit(() => vi.advanceTimersByTime(durations.shift() ?? 0), 5)).toBe(3);
  expect(durations).toEqual([]);
});
