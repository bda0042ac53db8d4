import { words } from "../../src/words/words";

/**
 * In one line, why a file of an assignment could not be loaded; null for other errors. Those who write assignments make
 * such mistakes, and every command that reads assignments runs into them.
 */
export function mistakeInAssignment({ message, stack = "" }: Error): string | null {
  const [problem] = message.split("\n");
  // When a file cannot be compiled, the message starts with the place.
  if (/^(?:src[\\/])?assignments[\\/]/.test(problem)) return problem;
  const place = /^ +at .*?((?:src[\\/])?\bassignments[\\/]\d[^)]*)/m.exec(stack);
  const whileLoading = /^ +at Module\._compile /m.test(stack);
  return place && whileLoading ? words.commands.inFile(problem, place[1]) : null;
}
