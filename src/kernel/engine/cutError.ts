import { kernel as words } from "../../words/kernel";
import type { CellError } from "./messages";

/** How many characters of a message are shown: what follows it, where the error came from, matters more. */
const mostOfMessage = 10_000;
const mostOfName = 200;
const mostOfTraceback = 100_000;

/** The beginning of an error that nobody would read to its end. */
export function cutError({ ename, evalue, traceback }: CellError): CellError {
  return { ename: cutName(ename), evalue: cutMessage(evalue), traceback: cutLines(traceback) };
}

export function cutName(name: string): string {
  return whole(name.slice(0, mostOfName));
}

/** The beginning of a message, and one line that says so. */
export function cutMessage(message: string): string {
  if (message.length <= mostOfMessage) return message;
  const end = `\n${words.errorCut(mostOfMessage / 1000)}`;
  return message.endsWith(end) ? message : whole(message.slice(0, mostOfMessage)) + end;
}

function cutLines(lines: readonly string[]): string[] {
  let left = mostOfTraceback;
  const kept: string[] = [];
  for (const line of lines) {
    if (line.length > left) return [...kept, whole(line.slice(0, left)), words.errorCut(mostOfTraceback / 1000)];
    left -= line.length;
    kept.push(line);
  }
  return kept;
}

/** The text without the half of a character that a cut may leave at its end. */
export function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, "");
}
