import ts from "typescript";
import { words } from "../../../src/words/words";
import { clip } from "../../text/clip";
import type { Place } from "../Cell";
import { NotGradable } from "../NotGradable";
import { walk } from "./walk";

/** What the compiler and V8 may read in two ways, and what could be hidden there. */
const suspicious = /\bimport\b|<!--|-->/;

/**
 * Refuses JavaScript in which V8 would find what was not found in the TypeScript that it was made of. In V8, `<!--` and, at
 * the start of a line, `-->` begin a comment; for the compiler both are operators, and what follows may be a text to one and
 * code to the other. Up to the first such place both read the same, so that it is enough to look for that one, in the text
 * that V8 will read.
 *
 * Few programs hold one of these words, and most of those in a text or a comment, which is as good as any other.
 *
 * @param place of the code, for the message
 * @throws NotGradable
 */
export function refuseDisguised(javaScript: string, place: Place): void {
  if (!suspicious.test(javaScript)) return;
  const file = parseJavaScript(javaScript);
  // V8 has compiled it: then both do not read the same. `-->` at the start of a line is such a case.
  if (file.parseDiagnostics.length > 0) throw new NotGradable(words.extract.declarationError(place));
  walk(file, (node) => {
    if (node.kind === ts.SyntaxKind.ImportKeyword || isImport(node)) {
      const text = clip(node.parent.getText(file), 60);
      throw new NotGradable(words.extract.importsInDeclaration(text, place));
    }
    if (node.kind === ts.SyntaxKind.LessThanToken && javaScript.startsWith("<!--", node.getStart(file))) {
      throw new NotGradable(words.extract.htmlComment(place));
    }
    return true;
  });
}

function isImport(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isImportEqualsDeclaration(node) ||
    ts.isImportTypeNode(node) ||
    (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
  );
}

/** The parser's own complaints, which the compiler API keeps from its types. */
type ParsedFile = ts.SourceFile & { parseDiagnostics: ts.DiagnosticWithLocation[] };

function parseJavaScript(text: string): ParsedFile {
  const options = {
    languageVersion: ts.ScriptTarget.ES2022,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    // As a module, so that `await` is what it is in an async function.
    setExternalModuleIndicator: (file: ts.SourceFile) => void Object.assign(file, { externalModuleIndicator: true }),
  };
  return ts.createSourceFile("cell.js", text, options, true, ts.ScriptKind.JS) as ParsedFile;
}
