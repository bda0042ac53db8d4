import ts from "typescript";
import { changeArguments } from "./changeArguments";
import { changeConstants } from "./changeConstants";
import { changeDefaults } from "./changeDefaults";
import { changeFlow } from "./changeFlow";
import { dropTerms } from "./dropTerms";
import { isPrinting } from "./isPrinting";
import type { Mutant } from "./Mutant";
import type { Mutator, Replacement } from "./Mutator";
import { runAtLeastOnce } from "./runAtLeastOnce";
import { swapFunctions } from "./swapFunctions";
import { swapNames } from "./swapNames";
import { swapOperators } from "./swapOperators";

const mutators: readonly Mutator[] = [
  swapOperators,
  swapFunctions,
  dropTerms,
  changeConstants,
  changeArguments,
  swapNames,
  changeFlow,
  runAtLeastOnce,
];

/** All mutants of the graded functions in `source`, the text of `staff/solution.ts`: each differs in one place. */
export function findMutants(source: string, functions: readonly string[]): Mutant[] {
  const file = ts.createSourceFile("solution.ts", source, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || !statement.body || !statement.name) return [];
    const name = statement.name.text;
    return functions.includes(name) ? mutantsOf(name, statement, statement.body) : [];
  });
}

function mutantsOf(name: string, declaration: ts.FunctionDeclaration, body: ts.Block): Mutant[] {
  const file = declaration.getSourceFile();
  const regions = solutionRegions(body);
  const isInside = ({ node }: Replacement) =>
    regions.some(([start, end]) => node.getStart() >= start && node.end <= end);
  const replacements = [...replacementsIn(body).filter(isInside), ...changeDefaults(declaration)];
  const mutants = replacements.map((replacement) => toMutant(name, replacement, file));
  // Two mutators may produce the same text.
  return [...new Map(mutants.map((mutant) => [mutant.source, mutant])).values()].filter(
    ({ source }) => source !== file.text,
  );
}

/** What lies between them is given to learners. */
function solutionRegions(body: ts.Block): (readonly [number, number])[] {
  const text = body.getFullText();
  return Array.from(text.matchAll(/\/\/ BEGIN SOLUTION[\s\S]*?\/\/ END SOLUTION/g), ({ 0: region, index }) => {
    const start = body.pos + index;
    return [start, start + region.length] as const;
  });
}

function replacementsIn(node: ts.Node): Replacement[] {
  // What is printed is not graded.
  if (isPrinting(node) || ts.isTypeNode(node)) return [];
  const replacements = mutators.flatMap((mutator) => mutator(node));
  ts.forEachChild(node, (child) => {
    replacements.push(...replacementsIn(child));
  });
  return replacements;
}

function toMutant(name: string, { kind, node, text }: Replacement, file: ts.SourceFile): Mutant {
  const [start, end] = [node.getStart(file), node.end];
  const lineStart = file.text.lastIndexOf("\n", start) + 1;
  const lineEnd = file.text.indexOf("\n", end);
  const replaced = needsParentheses(node, text) ? `(${text})` : text;
  const after = file.text.slice(lineStart, start) + replaced + file.text.slice(end, lineEnd);
  return {
    function: name,
    kind,
    line: file.getLineAndCharacterOfPosition(start).line + 1,
    before: unindent(file.text.slice(lineStart, lineEnd)),
    after: unindent(after),
    source: file.text.slice(0, lineStart) + after + file.text.slice(lineEnd),
  };
}

/** What remains of a dropped function stays one operand: `a * (b + c)`, not `a * b + c`. */
function needsParentheses(node: ts.Node, text: string): boolean {
  const { parent } = node;
  if (!ts.isExpression(node) || !/\s/.test(text)) return false;
  if (ts.isPrefixUnaryExpression(parent)) return true;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken;
}

function unindent(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}
