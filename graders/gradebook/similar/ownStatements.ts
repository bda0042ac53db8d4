import type { Statement, Structure } from "../../extract/Structure";

/** What a learner has added to what everybody was given: a statement of the starter's that was kept is not theirs. */
export function ownStatements({ statements }: Structure, starter: Structure): Statement[] {
  const given = new Set(starter.statements.map(({ kinds }) => kinds.join()));
  return statements.filter(({ kinds }) => !given.has(kinds.join()));
}
