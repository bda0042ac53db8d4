import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { destinationOf } from "../../../src/handIn/destinationOf";
import type { HandInAnswer } from "../../../src/handIn/HandInAnswer";
import { HandInServer, mostBytes } from "../../../src/handIn/HandInServer";
import { words } from "../../../src/words/words";
import { answerText } from "../../report/answerText";
import { printable } from "../../text/printable";
import { asUsage } from "./asUsage";

const say = words.submitCommand;

interface SubmitOptions {
  to?: string;
  run?: string;
}

export async function run(path: string, { to: given, run: slug }: SubmitOptions): Promise<void> {
  await asUsage(async () => {
    const bytes = bytesOf(path);
    const { to, token } = destinationOf(given);
    const server = new HandInServer(to, token);
    const name = basename(path);
    const taken = await server.send({ name, bytes, ...(slug === undefined ? {} : { run: slug }) });
    console.error(`nablab: ${say.handedIn(server.pageOf(taken))}`);
    const answer = await server.verdict(taken);
    if (answer.state === "waiting") console.error(`nablab: ${words.submit.stillWaiting(server.pageOf(answer))}`);
    else if (answer.state === "fault") console.error(`nablab: ${words.submit.fault(server.pageOf(answer))}`);
    else console.log(answerText(answer, path));
    process.exitCode = exitCodeOf(answer);
  });
}

/** 0 when everything is correct, 1 when there is something left to do, 3 when there is no verdict. */
function exitCodeOf({ state, points, maxPoints }: HandInAnswer): number {
  if (state === "waiting" || state === "fault") return 3;
  return state === "graded" && points === maxPoints ? 0 : 1;
}

/** @throws RangeError for what cannot be handed in */
function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new RangeError(say.notAFile(printable(path)));
    if (stats.size > mostBytes) throw new RangeError(say.tooLarge(printable(path), mostBytes / 2 ** 20));
    return Uint8Array.from(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new RangeError(code === "ENOENT" ? words.intake.noSuchPath(printable(path)) : say.unreadable(path, code));
  }
}
