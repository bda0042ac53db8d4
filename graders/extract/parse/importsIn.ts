import ts from "typescript";
import type { Place } from "../Cell";
import type { Import } from "./ParsedUnit";
import { walk } from "./walk";

/** Calls of `require`, `import x = require()`, and `import` as an expression in any form, anywhere inside. */
export function importsIn(root: ts.Node, file: ts.SourceFile, placeOf: (node: ts.Node) => Place): Import[] {
  const found: Import[] = [];
  // A letter of a name may be written as an escape.
  if (!/import|require|\\u/.test(file.text.slice(root.pos, root.end))) return found;
  walk(root, (node) => {
    const module = moduleIn(node, file);
    if (module !== null) found.push({ module, place: placeOf(node) });
    return true;
  });
  return found;
}

/** The module that a piece of syntax requests, as messages name it; null when it requests none. */
function moduleIn(node: ts.Node, file: ts.SourceFile): string | null {
  if (ts.isExternalModuleReference(node)) return textOf(node.expression, file);
  // `import.meta`, and whatever may be added. Of a call such as `import.source(…)`, the call itself is found first.
  if (ts.isMetaProperty(node)) {
    return node.keywordToken === ts.SyntaxKind.ImportKeyword ? `import.${node.name.text}` : null;
  }
  if (!ts.isCallExpression(node)) return null;
  const { expression, arguments: given } = node;
  const asked = given.length > 0 ? textOf(given[0], file) : textOf(node, file);
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return `import(${asked})`;
  if (ts.isMetaProperty(expression) && expression.keywordToken === ts.SyntaxKind.ImportKeyword) {
    return `import.${expression.name.text}(${asked})`;
  }
  return ts.isIdentifier(expression) && expression.text === "require" ? asked : null;
}

function textOf(node: ts.Node, file: ts.SourceFile): string {
  return ts.isStringLiteralLike(node) ? node.text : node.getText(file);
}
