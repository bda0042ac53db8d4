import { tryOut } from "../trial";
import type { Proof } from "./Proof";

/** Each must fail a public check, and be named there: learners see no other. */
export const misconceptionsAreNamed: Proof = ({ checks, staff: { misconceptions } }) => {
  const problems = misconceptions.flatMap(({ id, function: name, implementation }) => {
    const verdicts = checks
      .filter(({ check, hidden }) => check.function === name && !hidden)
      .map((prepared) => tryOut(prepared, { [name]: implementation }));
    const named = verdicts.map(({ failure }) => failure?.misconception?.id);
    if (named.includes(id)) return [];
    const caught = verdicts.some(({ status }) => status !== "correct");
    return [
      caught ? `${id} is taken for ${named.find(Boolean) ?? "no known mistake"}` : `${id} passes the public checks`,
    ];
  });
  return { what: `${misconceptions.length} misconceptions are caught and named`, problems };
};
