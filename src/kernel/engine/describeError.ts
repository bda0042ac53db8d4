import { Interrupted } from "./Interrupted";
import type { CellError } from "./messages";
import type { Inspect } from "./Platform";
import type { SourcePosition } from "./SourceRegistry";
import { describeFrame, learnerFrames } from "./tidyStackTraces";
import { withAdvice } from "./withAdvice";

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;

/** What a learner reads about anything a cell threw: name, message, the line it came from, and their own calls. */
export function describeError(error: unknown, inspect: Inspect): CellError {
  if (error instanceof Interrupted) return describeInterrupt(error);
  if (!(error instanceof Error)) {
    const value = inspect(error);
    return { ename: "Thrown", evalue: value, traceback: [`${red(bold("Thrown"))}: ${value}`] };
  }
  const ename = nameOf(error);
  const evalue = withAdvice(ename, String(error.message));
  const headline = `${red(bold(ename))}: ${evalue}`;
  const frames = learnerFrames(error);
  const [innermost] = frames;
  return {
    ename,
    evalue,
    traceback: [
      headline,
      ...(innermost ? ["", ...excerpt(innermost.position), ""] : []),
      ...collapse(frames.map((frame) => `    at ${describeFrame(frame)}`)),
      ...describeCause(error, inspect),
    ],
  };
}

/** What a learner reads about a cell that they interrupted. */
export function describeInterrupt({ name, message } = new Interrupted()): CellError {
  return { ename: name, evalue: message, traceback: [`${red(bold(name))}: ${message}`] };
}

function nameOf(error: Error): string {
  return typeof error.name === "string" && error.name !== "" ? error.name : "Error";
}

function describeCause({ cause }: Error, inspect: Inspect): string[] {
  return cause instanceof Error ? ["", "Caused by:", ...describeError(cause, inspect).traceback] : [];
}

/** Endless recursion shows a frame once, not fifty times. */
function collapse(lines: string[]): string[] {
  return lines.flatMap((line, index) => {
    if (line !== lines[index - 1]) return [line];
    return line === lines[index + 1] ? [] : ["       … and again, many times"];
  });
}

/** The line of the error with one line before and after it, and a caret under the column. */
function excerpt({ lines, line, column }: SourcePosition): string[] {
  const width = String(line + 2).length;
  const numbered = (index: number) => `${String(index + 1).padStart(width)} | ${lines[index]}`;
  const around = (index: number) => (index >= 0 && index < lines.length ? [`  ${numbered(index)}`] : []);
  const caret = `  ${" ".repeat(width)} | ${" ".repeat(column)}${red("^")}`;
  return [...around(line - 1), `${red(">")} ${numbered(line)}`, caret, ...around(line + 1)];
}
