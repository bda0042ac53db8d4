import ts from "typescript";
import type { Cell } from "../Cell";
import type { Statement, Structure } from "../Structure";
import { parseCell } from "./parseCell";
import { checkCharacters, checkNodes } from "./sizes";
import { reverseFrom } from "./walk";

/** Stands where the children of a node end. */
const close = null;

/**
 * What a submission is made of, for comparing it with others. Code with syntax errors is read as far as the parser finds
 * its way.
 *
 * @throws NotGradable when there is more of it than people write
 */
export function structureOf(cells: readonly Cell[]): Structure {
  checkCharacters(cells.reduce((sum, { source }) => sum + source.length, 0));
  let nodes = 0;
  const statements = cells.flatMap((cell) => {
    const { file, problem } = parseCell(cell);
    const read = problem?.file ?? file;
    if (!read) return [];
    return read.statements.map((statement) => {
      const made = statementOf(cell, read, statement);
      nodes += made.spans.length / 4;
      checkNodes(nodes);
      return made;
    });
  });
  return { statements };
}

function statementOf({ number: cell }: Cell, file: ts.SourceFile, statement: ts.Statement): Statement {
  const at = (position: number): ts.LineAndCharacter => file.getLineAndCharacterOfPosition(position);
  const first = at(statement.getStart(file)).line;
  const [kinds, spans]: [number[], number[]] = [[], []];
  // Without recursion: a sum of ten thousand terms is nested as deeply as it is long.
  const pending: (ts.Node | typeof close)[] = [statement];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === close) {
      kinds.push(0);
      continue;
    }
    const [start, end] = [at(node.getStart(file)), at(node.end)];
    kinds.push(node.kind);
    spans.push(start.line - first, start.character, end.line - first, end.character);
    pending.push(close);
    const children = pending.length;
    ts.forEachChild(node, (child) => void pending.push(child));
    reverseFrom(pending, children);
  }
  const text = file.text.slice(file.getPositionOfLineAndCharacter(first, 0), statement.end);
  return { cell, line: first + 1, text, kinds, spans };
}
