import { type Part, plainCell, wholeCell } from "../Part";
import type { SourceCell } from "../SourceCell";
import type { Format } from "./Format";
import { withQuestionPoints } from "./otterPoints";
import { type Question, readQuestion, readTestSettings } from "./Question";

/**
 * otter-grader's format v0, taken over from jassign: a fenced block `BEGIN QUESTION` in the markdown that asks the
 * question; the next cell is the solution, and test cells follow it.
 */
const fence = /^```[^\n]*\n\s*BEGIN (QUESTION|ASSIGNMENT)[ \t]*\n([\s\S]*?)^```[ \t]*$\n?/m;

const testMark = /^(#+\s*(hidden\s+)?tests?\b|("""|''')\s*#\s*BEGIN TEST CONFIG)/i;

function read(cells: readonly SourceCell[]): Part[] {
  const questions: Question[] = [];
  const parts: Part[] = [];
  let question: Question | null = null;
  let solved = false;
  for (const cell of cells) {
    const settings = cell.type === "markdown" ? fence.exec(cell.source) : null;
    if (settings) {
      question = settings[1] === "QUESTION" ? readQuestion(settings[2], questions.length + 1) : null;
      if (question) questions.push(question);
      solved = false;
      parts.push(wholeCell(cell, "text", { source: cell.source.replace(fence, "").trimEnd() }));
    } else if (question && cell.type === "code" && testMark.test(cell.source.trimStart())) {
      solved = true;
      parts.push(wholeCell(cell, "tests", { question: question.name, ...readTestSettings(cell.source) }));
    } else if (question && !solved && isAnswer(cell)) {
      solved = true;
      const role = question.manual || cell.type === "markdown" ? "manual" : "solution";
      parts.push(wholeCell(cell, role, { question: question.name }));
    } else {
      if (solved) question = null;
      parts.push(plainCell(cell));
    }
  }
  return withQuestionPoints(parts, questions);
}

function isAnswer({ type, source }: SourceCell): boolean {
  return type === "code" || (type === "markdown" && /^\s*\*\*SOLUTION/i.test(source));
}

export const otterV0: Format = {
  name: "otter-grader v0",
  namesQuestions: true,
  matches: (cells) => cells.some(({ type, source }) => type === "markdown" && fence.test(source)),
  read,
};
