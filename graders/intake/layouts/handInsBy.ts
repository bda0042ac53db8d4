import { groupsOf } from "../../text/groupsOf";
import type { Arrival } from "../Arrival";
import type { HandIn } from "../HandIn";
import type { Learner } from "../Learner";

/** One file, and what its name says. */
export interface Claim extends Pick<HandIn, "late" | "attempt"> {
  file: Arrival;
  learner: Learner;
}

/** One for each learner. Of what the files' names say of the learner, the first counts; late is who was late once. */
export function handInsBy(claims: readonly Claim[]): HandIn[] {
  return groupsOf(claims, ({ learner }) => learner.id).map((group) => {
    const [first, ...others] = group.map((i) => claims[i]);
    const all = [first, ...others];
    const attempts = all.flatMap(({ attempt = [] }) => attempt);
    return {
      learners: [first.learner],
      files: all.map(({ file }) => file),
      ...(first.late === undefined ? {} : { late: all.some(({ late }) => late) }),
      ...(attempts.length === 0 ? {} : { attempt: Math.max(...attempts) }),
    };
  });
}
