import ts from "typescript";
import { browser as words } from "../../../words/browser";
import type { CellPlace } from "../../compiler/CellPlace";
import { interruptible } from "../../compiler/interrupt/interruptible";
import { refuseModule } from "../refuseModule";
import { keepCallers } from "./keepCallers";

/** The compiler's errors about a module that it does not find, by `import` and by `import(…)`. */
const modules = new Set([2307, 2591, 2792, 2875]);
/** About a name that it does not find, or knows from other libraries. */
const names = new Set([2304, 2503, 2552, 2580, 2584, 2591]);

/** What many programs use of Node, and no worker has. */
const nodeNames = new Set(
  "process Buffer require module exports global __dirname __filename setImmediate clearImmediate NodeJS".split(" "),
);

/** A browser: loops ask whether they are interrupted, and what only Node has is refused in one sentence. */
export const browserPlace: CellPlace = {
  transform: leavesCallers() ? inTurn(interruptible, keepCallers) : interruptible,
  explain(code, node) {
    if (modules.has(code) && ts.isStringLiteralLike(node)) return refuseModule(node.text);
    if (names.has(code) && ts.isIdentifier(node) && nodeNames.has(node.text)) return words.noName(node.text);
    return undefined;
  },
};

type Transform = NonNullable<CellPlace["transform"]>;

function inTurn(first: Transform, second: Transform): Transform {
  return (file) => (context) => {
    const [change, changeAgain] = [first(file)(context), second(file)(context)];
    return (source) => changeAgain(change(source));
  };
}

/** Whether a function is no longer on the stack while it calls what it returns. */
function leavesCallers(): boolean {
  // In strict code, as cells are: bundlers do not keep that.
  const body = `"use strict";
const depth = () => new Error().stack.split("\\n").length;
const left = () => depth();
const kept = () => depth() + 0;
return left() < kept();`;
  return new Function(body)() as boolean;
}
