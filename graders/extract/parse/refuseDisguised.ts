import ts from "typescript";
import { saying } from "../../../src/words/Saying";
import { clip } from "../../text/clip";
import type { Place } from "../Cell";
import { NotGradable } from "../NotGradable";
import { walk } from "./walk";

/** What the compiler and V8 may read differently, and what could be hidden there. */
const suspicious = /\bimport\b|<!--|-->/;

/**
 * Refuses JavaScript in which V8 would find something that was not found in the TypeScript it was made from. To V8,
 * `<!--` and, at the start of a line, `-->` begin a comment; to the compiler both are operators, and what follows may
 * be a string to one and code to the other. Both read the same up to the first such place, so it is enough to look for
 * that one, in the text that V8 will read.
 *
 * Few programs contain one of these, and most that do have it in a string or a comment, which is harmless.
 *
 * @param place where the code is, for the message
 * @throws NotGradable
 */
export function refuseDisguised(javaScript: string, place: Place): void {
  if (!suspicious.test(javaScript)) return;
  const file = parseJavaScript(javaScript);
  // V8 has compiled it, so the two read it differently. `-->` at the start of a line is such a case.
  if (file.parseDiagnostics.length > 0) throw new NotGradable(saying("extract", "declarationError", place));
  walk(file, (node) => {
    if (node.kind === ts.SyntaxKind.ImportKeyword || isImport(node)) {
      const text = clip(node.parent.getText(file), 60);
      throw new NotGradable(saying("extract", "importsInDeclaration", text, place));
    }
    if (node.kind === ts.SyntaxKind.LessThanToken && javaScript.startsWith("<!--", node.getStart(file))) {
      throw new NotGradable(saying("extract", "htmlComment", place));
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

/** The parser's own errors, which the compiler API leaves out of its types. */
type ParsedFile = ts.SourceFile & { parseDiagnostics: ts.DiagnosticWithLocation[] };

function parseJavaScript(text: string): ParsedFile {
  const options = {
    languageVersion: ts.ScriptTarget.ES2022,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    // As a module, so that `await` means the same as in an async function.
    setExternalModuleIndicator: (file: ts.SourceFile) => void Object.assign(file, { externalModuleIndicator: true }),
  };
  return ts.createSourceFile("cell.js", text, options, true, ts.ScriptKind.JS) as ParsedFile;
}
