import { encodeOutcome } from "../../../src/check/wire";
import type { Proof } from "./Proof";

/** What is expected must be a value, and finite: a NaN means that the inputs are too extreme for a fair check. */
export const referenceReturns: Proof = ({ checks }) => {
  const problems = checks.flatMap(({ id, expected }) =>
    expected.flatMap((outcome, i) => {
      const json = JSON.stringify(encodeOutcome(outcome));
      return outcome.kind === "returned" && !json.includes('"NaN"') ? [] : [`${id}, case ${i + 1}: ${json}`];
    }),
  );
  return { what: "the reference returns a value without NaN in every case", problems };
};
