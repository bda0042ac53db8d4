import { describe, expect, test } from "vitest";
import type { Stop } from "../../src/check/Stop";
import type { Unusable } from "../../src/check/Unusable";
import { words } from "../../src/words/words";

describe("A stopped call", () => {
  test.each<[Stop, string]>([
    [{ cause: "time", seconds: 10 }, "It was stopped after 10 s."],
    [{ cause: "budget", seconds: 60 }, "It was stopped: the submission has used its 60 s of processor time."],
    [{ cause: "memory", megabytes: 512 }, "It was stopped: it used more than 512 MB of memory."],
    [{ cause: "excess", of: "result" }, "It was stopped: its result is too large."],
    [{ cause: "excess", of: "exchange" }, "It was stopped: it exchanged too much with the functions it calls."],
    [
      { cause: "excess", of: "questions", most: 20_000 },
      "It was stopped: it called other functions more than 20000 times.",
    ],
    [{ cause: "died" }, "It was stopped: its process ended early."],
    [{ cause: "died", end: "SIGSEGV" }, "It was stopped: its process ended early (SIGSEGV)."],
    [{ cause: "died", end: 0 }, "It was stopped: its process ended early (0)."],
    [{ cause: "died", end: null }, "It was stopped: its process ended early (no exit code)."],
    [{ cause: "forged" }, "It was stopped: it sent the grader something that is not a result."],
  ])("%j", (stop, sentence) => {
    expect(words.outcomes.stopped(stop)).toBe(sentence);
  });

  test("leaves a submission unread", () => {
    expect(words.outcomes.unread({ cause: "time", seconds: 10 })).toBe("could not be read within 10 s");
    expect(words.outcomes.unread({ cause: "memory", megabytes: 512 })).toBe("needs more than 512 MB to be read");
    expect(words.outcomes.unread({ cause: "died", end: 1 })).toBe("could not be read: its process ended early (1)");
  });
});

describe("A result that cannot be judged", () => {
  const neither = "which is neither a number, an array, a list nor an object.";
  test.each<[Unusable, string]>([
    [{ kind: "promise" }, `It returned a Promise, ${neither} Without \`async\`, a function returns the value itself.`],
    [{ kind: "unsettled" }, `It returned a Promise that is never settled, ${neither}`],
    [{ kind: "unsettled", seconds: 5 }, `It returned a Promise that is not settled after 5 s, ${neither}`],
    [{ kind: "nested", levels: 20 }, `It returned a value nested more than 20 levels deep, ${neither}`],
    [{ kind: "other", type: "Map" }, `It returned a Map, ${neither}`],
    [{ kind: "other", type: "Int8Array" }, `It returned an Int8Array, ${neither}`],
    [{ kind: "too-large" }, "Its result is too large."],
  ])("%j", (what, sentence) => {
    expect(words.outcomes.unusable(what)).toBe(sentence);
  });
});
