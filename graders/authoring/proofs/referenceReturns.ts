import { explain } from "../../../src/check/explain";
import { encodeOutcome } from "../../../src/check/wire";
import type { Proof } from "./Proof";

/** The reference must return a finite value: a NaN means that the inputs are too extreme for a fair check. */
export const referenceReturns: Proof = ({ checks }) => {
  const problems = checks.flatMap(({ id, expected }) =>
    expected.flatMap((outcome, i) => {
      const place = `${id}, case ${i + 1}`;
      if (outcome.kind !== "returned") return `${place}: ${explain(outcome)}`;
      const json = JSON.stringify(encodeOutcome(outcome));
      return json.includes('"NaN"') ? `${place}: ${json}` : [];
    }),
  );
  return { what: "the reference returns a value without NaN in every case", problems };
};
