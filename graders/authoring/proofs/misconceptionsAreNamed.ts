import { tryOutAll } from "../tryOut";
import type { Proof } from "./Proof";

/** Each must fail a public check and be named there: learners do not see the hidden ones. */
export const misconceptionsAreNamed: Proof = async ({ checks, staff: { misconceptions } }) => {
  const problems: string[] = [];
  for (const { id, function: name, implementation } of misconceptions) {
    const open = checks.filter(({ hidden }) => !hidden);
    const verdicts = await tryOutAll(open, name, implementation);
    const named = verdicts.map(({ failure }) => failure?.misconception?.id);
    if (named.includes(id)) continue;
    const caught = verdicts.some(({ status }) => status !== "correct");
    problems.push(
      caught ? `${id} is taken for ${named.find(Boolean) ?? "no known mistake"}` : `${id} passes the public checks`,
    );
  }
  return { what: `${misconceptions.length} misconceptions are caught and named`, problems };
};
