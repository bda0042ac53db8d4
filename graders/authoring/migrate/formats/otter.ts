import { type Part, plainCell, wholeCell } from "../Part";
import type { SourceCell } from "../SourceCell";
import type { Format } from "./Format";
import { withQuestionPoints } from "./otterPoints";
import { type Question, readQuestion, readTestSettings } from "./Question";

/** otter-grader's format v1: raw cells, or markdown fenced as ```otter, delimit blocks within questions. */
type Block = "question" | "prompt" | "solution" | "tests";

interface Boundary {
  kind: "begin" | "end";
  block: Block;
}

const config = /^#\s+assignment\s+config\b/i;

function boundaryIn(source: string): Boundary | null {
  const match = /^#\s+(begin|end)\s+(question|prompt|solution|tests)\b/i.exec(source);
  return match && { kind: match[1].toLowerCase() as Boundary["kind"], block: match[2].toLowerCase() as Block };
}

/** Takes fenced settings out of markdown, so that they look like those in raw cells. */
function unfence(cell: SourceCell): SourceCell[] {
  if (cell.type !== "markdown" || !/^```otter\s*$/m.test(cell.source)) return [cell];
  const pieces = cell.source.split(/^```otter[ \t]*\n([\s\S]*?)^```[ \t]*$\n?/m);
  return pieces.flatMap((source, i): SourceCell[] => {
    if (source.trim() === "") return [];
    return [{ ...cell, type: i % 2 === 1 ? "raw" : "markdown", source: source.replace(/^\n+|\n+$/g, "") }];
  });
}

function read(cells: readonly SourceCell[]): Part[] {
  const questions: Question[] = [];
  const parts: Part[] = [];
  let question: Question | null = null;
  let block: Block | null = null;
  for (const cell of cells.flatMap(unfence)) {
    const boundary = cell.type === "raw" ? boundaryIn(cell.source) : null;
    if (boundary?.kind === "begin" && boundary.block === "question") {
      question = readQuestion(cell.source, questions.length + 1);
      questions.push(question);
    } else if (boundary?.kind === "begin") block = boundary.block;
    else if (boundary?.kind === "end") {
      block = null;
      if (boundary.block === "question") question = null;
    }
    parts.push(boundary ? wholeCell(cell, "settings") : readInside(cell, question, block));
  }
  return withQuestionPoints(parts, questions);
}

function readInside(cell: SourceCell, question: Question | null, block: Block | null): Part {
  const more = { question: question?.name ?? null };
  if (block === "tests" && cell.type === "code") {
    return wholeCell(cell, "tests", { ...more, ...readTestSettings(cell.source) });
  }
  if (block !== "solution" || cell.type === "raw") return plainCell(cell);
  return wholeCell(cell, question?.manual || cell.type === "markdown" ? "manual" : "solution", more);
}

export const otter: Format = {
  name: "otter-grader",
  namesQuestions: true,
  matches: (cells) =>
    cells
      .flatMap(unfence)
      .some(({ type, source }) => type === "raw" && (config.test(source) || boundaryIn(source)?.block === "question")),
  read,
};
