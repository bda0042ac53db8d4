import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { WrongSolution } from "./WrongSolution";

/** The reference as a submission: first what learners are given, then its functions, in the order of the exercises. */
export interface Reference {
  /** The whole submission, with one function written in another way. */
  with(wrong: Pick<WrongSolution, "function" | "write">): string;
}

/** @param folder an assignment's `staff/` */
export function readReference(folder: string): Reference {
  const given = readdirSync(folder).filter((file) => ["activations.ts", "handedOut.ts"].includes(file));
  const isOfTensors = /from "[./]*\/tf"/.test(readFileSync(join(folder, "solution.ts"), "utf8"));
  const imports = [
    'import { NDArray, np } from "nablab";',
    ...(isOfTensors ? ['import * as tf from "nablab/tf";'] : []),
  ];
  const texts = [...given, "solution.ts"].flatMap((file) => statementsIn(join(folder, file)));
  return {
    with({ function: name, write }) {
      if (!texts.some((text) => declares(text, name))) throw new Error(`${folder} has no function ${name}`);
      const functions = texts.map((text) => (declares(text, name) ? write(text) : text));
      return [...imports, ...functions].join("\n\n");
    },
  };
}

const declares = (text: string, name: string): boolean => text.startsWith(`export function ${name}(`);

/** One text for each statement; the overloads of a function and its body are one. */
function statementsIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
  const texts: string[] = [];
  let overloaded = false;
  for (const one of file.statements.filter((each) => !ts.isImportDeclaration(each))) {
    if (overloaded) texts.push(`${texts.pop()}\n${one.getText()}`);
    else texts.push(one.getText());
    overloaded = ts.isFunctionDeclaration(one) && !one.body;
  }
  return texts;
}
