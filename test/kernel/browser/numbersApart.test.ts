import { expect, it } from "vitest";
import { numbersApart, withoutNumbers } from "./numbersApart";

it("tells by how much numbers in the same places differ", () => {
  const [one, other] = ["cost 0.5, then 1e-2 and [ 2.  4.]", "cost 0.5, then 2e-2 and [ 2.  5.]"];
  expect(withoutNumbers(one)).toBe(withoutNumbers(other));
  expect(numbersApart(one, other)).toEqual([
    { pair: "1e-2, 2e-2", by: 0.5 },
    { pair: "4, 5", by: 0.2 },
  ]);
  expect(numbersApart("-1", "1")).toEqual([{ pair: "-1, 1", by: 2 }]);
  expect(withoutNumbers("cost nan")).not.toBe(withoutNumbers("cost 1"));
});
