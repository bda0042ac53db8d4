import { words } from "../../src/words/words";

/**
 * In a line, what kept a file of an assignment from being loaded; null for an error of another kind. Those who write
 * assignments make such mistakes, and every command that reads assignments meets them.
 */
export function mistakeInAssignment({ message, stack = "" }: Error): string | null {
  const [problem] = message.split("\n");
  // Where a file cannot be translated, the message starts with the place.
  if (/^(?:src[\\/])?assignments[\\/]/.test(problem)) return problem;
  const place = /^ +at .*?((?:src[\\/])?\bassignments[\\/]\d[^)]*)/m.exec(stack);
  const whileLoading = /^ +at Module\._compile /m.test(stack);
  return place && whileLoading ? words.commands.inFile(problem, place[1]) : null;
}
