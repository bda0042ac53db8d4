import { expect, test } from "vitest";
import { runSeeded, startingSeed } from "../../src/check/runSeeded";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";

const cases = [{ args: [1] }, { args: [1] }];
const first = 1 + new RandomState(startingSeed).randn();
const returned = { kind: "returned", value: first, mutatedArgs: [] };
// One number is drawn of a pair: the other one must not be there for the next case.
const noisy = (x: number) => x + np.random.randn();
const noisyLater = async (x: number) => {
  await null;
  return noisy(x);
};

test("every case starts from the same state of np.random, and leaves it where it was", async () => {
  np.random.seed(5);
  const undisturbed = np.random.randn(4).tolist();
  np.random.seed(5);
  const before = np.random.randn();
  expect(runSeeded(noisy, cases, false)).toEqual([returned, returned]);
  expect(await runSeeded(noisyLater, cases, true)).toEqual([returned, returned]);
  expect(await runSeeded(noisy, cases, true)).toEqual([returned, returned]);
  expect([before, np.random.randn(), np.random.randn(), np.random.randn()]).toEqual(undisturbed);
});

test("a function that should seed with 0, the usual default, and does not is not right by chance", () => {
  const seeded = (x: number) => {
    np.random.seed(0);
    return noisy(x);
  };
  expect(runSeeded(noisy, cases, false)).not.toEqual(runSeeded(seeded, cases, false));
});

test("a function that throws leaves np.random where it was too", () => {
  np.random.seed(5);
  const next = np.random.randn();
  np.random.seed(5);
  const throws = () => {
    throw new RangeError(String(np.random.randn()));
  };
  expect(runSeeded(throws, cases, false)).toMatchObject([{ kind: "threw" }, { kind: "threw" }]);
  expect(np.random.randn()).toBe(next);
});
