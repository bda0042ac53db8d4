import { destinationOf } from "../handIn/destinationOf";
import { HandInServer } from "../handIn/HandInServer";
import { words } from "../words/words";
import { awaitedByCell } from "./awaitedByCell";
import { cellsRun } from "./cellsRun";
import { currentAssignment } from "./check";
import { display } from "./display";
import { answerBundle, progressBundle } from "./handInVerdict";
import { savedNotebook } from "./savedNotebook";

export interface SubmitOptions {
  /** The address of the course's pages; by default, the only one that you have signed in at with `nablab sign-in`. */
  to?: string;
  /** What it is handed in for, by the assignment's slug; by default, what the notebook says that it is about. */
  run?: string;
}

let shown = 0;

/**
 * Hands in the notebook's file as it was saved last, and shows the verdict of the public checks:
 *
 *     submit();
 *
 * It saves nothing: save the notebook first. Handed in again, the same file is the same hand-in.
 *
 * @throws Error when the file does not hold what was run, nobody has signed in, or the hand-in is refused: the message says
 * what to do
 */
export function submit(options: SubmitOptions = {}): Promise<void> {
  return awaitedByCell(handIn(options));
}

async function handIn({ to: given, run = currentAssignment()?.slug }: SubmitOptions): Promise<void> {
  const { name, bytes } = savedNotebook(cellsRun());
  const { to, token } = destinationOf(given);
  const server = new HandInServer(to, token);
  shown += 1;
  const displayId = `nablab-submit-${shown}`;
  display(progressBundle(words.submit.notebook.sending(name)), { displayId });
  const taken = await server.send({ name, bytes, ...(run === undefined ? {} : { run }) });
  display(progressBundle(words.submit.notebook.waiting(name)), { displayId, update: true });
  const answer = await server.verdict(taken);
  display(answerBundle(answer, server.pageOf(answer)), { displayId, update: true });
}
