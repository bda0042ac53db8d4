import type { Act } from "../Act";
import { enrol, peopleIn } from "../people";
import type { Change } from "../Store";
import { personInLms, rememberInLms } from "./personInLms";

/** A learner in an LMS's course. */
export interface LmsMember {
  subject: string;
  sourcedId: string | null;
  name: string;
  email: string | null;
}

/** Adds an LMS's learners to the course, and remembers who is who; deletes nobody, and changes no roles. */
export async function takeMembers(
  trx: Change,
  act: Act,
  platform: string,
  members: readonly LmsMember[],
): Promise<{ added: number; known: number }> {
  let added = 0;
  const logins = new Set((await peopleIn(trx)).map(({ login }) => login));
  for (const { subject, sourcedId, name, email } of members) {
    const identity = { platform, subject, sourcedId };
    if (await personInLms(trx, identity)) continue;
    const login =
      [sourcedId, email, subject].find((one) => one !== null && !logins.has(one)) ?? `${platform} ${subject}`;
    const person = await enrol(trx, act, { login, name, email, section: null, lmsId: null });
    await rememberInLms(trx, identity, person.id);
    logins.add(login);
    added += 1;
  }
  return { added, known: members.length - added };
}
