import type { Act } from "./Act";
import { addComment } from "./comment";
import { lockPeople } from "./lockPeople";
import { commentedWith } from "./queries/commentedWith";
import { type Group, membersOf, type Question } from "./queries/questionGroups";
import type { Change } from "./Store";
import { saveComment, savedNamed } from "./savedComment";

/**
 * Says the same to everybody in a group, on the function: to those who have not been told yet. So it may be said again
 * when learners have joined the group.
 *
 * @param said a new text, which is saved; or a saved comment, by id
 * @returns how many were told now
 */
export async function commentGroup(
  trx: Change,
  act: Act,
  question: Question,
  group: Group,
  said: { text: string } | { saved: string },
): Promise<number> {
  const people = (await membersOf(trx, question, group)).map(({ person }) => person);
  // Two who say the same at once would both find that nobody has been told.
  await lockPeople(trx, people);
  const saved =
    "saved" in said
      ? said.saved
      : await saveComment(trx, act, { ...said, name: question.name, misconception: group.misconception, points: null });
  const { text } = await savedNamed(trx, saved);
  const members = await membersOf(trx, question, group);
  const told = await commentedWith(
    trx,
    question.name,
    saved,
    members.map(({ submission }) => submission),
  );
  const others = members.filter(({ submission }) => !told.has(submission));
  for (const { submission } of others) {
    await addComment(trx, act, { submission, name: question.name, line: null }, text, saved);
  }
  return others.length;
}
