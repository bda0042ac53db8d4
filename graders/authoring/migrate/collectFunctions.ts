import type { Format } from "./formats/Format";
import type { GradedFunction } from "./GradedFunction";
import { solutionLines } from "./hiddenLines";
import { distinctNames } from "./names";
import type { Part } from "./Part";
import { nodesOf, parsePython, textOf } from "./python/PythonCode";
import { findFunctions, type PythonFunction } from "./python/PythonFunction";

/** Names that the generated files import: a function of the same name gets a number. */
const taken = ["check", "np", "useAssignment", "NotImplemented", "NDArray", "Value"];

/** The functions that learners write, in the order of the notebook; the last of several definitions counts. */
export function collectFunctions(parts: readonly Part[], format: Format): GradedFunction[] {
  const found = parts
    .filter(({ role }) => role === "solution")
    .flatMap((part) => gradedIn(part.source).map((python) => ({ python, part })));
  const last = found.filter(({ python }, i) => !found.slice(i + 1).some((later) => later.python.name === python.name));
  const names = distinctNames(
    last.map(({ python }) => python.name),
    taken,
  );
  const functions = last.map((one, i): GradedFunction => {
    const uses = names.slice(0, i).filter((_, j) => one.python.mentions.has(last[j].python.name));
    return { ...one, name: names[i], points: 0, uses, tests: [] };
  });
  assignTests(functions, parts, format);
  return functions;
}

/** The functions of a solution cell that learners write: those it names, else those with a region, else all. */
function gradedIn(source: string): PythonFunction[] {
  const functions = findFunctions(parsePython(source));
  const [, names = ""] = /^#\s*(?:UNQ_\w+\b.*\n#\s*)?GRADED FUNCTIONS?:?(.*)$/im.exec(source) ?? [];
  const named = functions.filter(({ name }) => names.split(/[^\w]+/).includes(name));
  if (named.length > 0) return named;
  const { lines } = solutionLines(source);
  const withRegion = functions.filter(({ lines: [first, last] }) => [...lines].some((i) => i >= first && i <= last));
  return lines.size > 0 ? withRegion : functions;
}

/** Gives every function its tests and its share of their points. */
function assignTests(functions: readonly GradedFunction[], parts: readonly Part[], format: Format): void {
  for (const { test, targets } of pairUp(functions, parts, format)) {
    const mentioned = mentionsIn(test.source);
    const called = targets.filter(({ python }) => mentioned.has(python.name));
    const tested = called.length > 0 ? called : targets;
    for (const one of tested) {
      one.tests.push(test);
      one.points = round(one.points + (test.points ?? 0) / tested.length);
    }
  }
}

interface Pairing {
  test: Part;
  targets: GradedFunction[];
}

/** Tests belong to the question that they name, else to the solution cells since the previous tests. */
function pairUp(functions: readonly GradedFunction[], parts: readonly Part[], format: Format): Pairing[] {
  const pairs: Pairing[] = [];
  let nearest: GradedFunction[] = [];
  let tested = true;
  for (const part of parts) {
    if (part.role === "solution") {
      nearest = [...(tested ? [] : nearest), ...functions.filter((one) => one.part === part)];
      tested = false;
    } else if (part.role === "tests") {
      tested = true;
      const asked = functions.filter((one) => one.part.question === part.question);
      pairs.push({ test: part, targets: format.namesQuestions ? asked : nearest });
    }
  }
  return pairs;
}

function mentionsIn(source: string): Set<string> {
  const code = parsePython(source);
  return new Set(nodesOf(code.top, "VariableName").map((node) => textOf(code, node)));
}

/** Keeps thirds of a point readable. */
function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}
