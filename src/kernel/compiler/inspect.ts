import ts from "typescript";
import type { CellCompiler, OpenCell } from "./CellCompiler";
import { documentedSymbol } from "./documentedSymbol";

/** The signature and documentation of a name. */
export interface Documentation {
  plain: string;
  markdown: string;
}

/** Describes what is at `offset` of a cell; between the parentheses of a call, the function called. */
export function inspect(compiler: CellCompiler, code: string, offset: number): Documentation | undefined {
  const cell = compiler.open(code);
  const at = cell.source.toEdited(offset);
  const info = quickInfo(cell, at) ?? quickInfo(cell, at - 1) ?? calledFunction(cell, at);
  return info && describe(withDocumentation(cell, info));
}

function quickInfo({ service, file }: OpenCell, at: number): ts.QuickInfo | undefined {
  return at < 0 ? undefined : service.getQuickInfoAtPosition(file, at);
}

function calledFunction(cell: OpenCell, at: number): ts.QuickInfo | undefined {
  const help = cell.service.getSignatureHelpItems(cell.file, at, undefined);
  // The span of the arguments starts after the opening parenthesis; the name ends before it.
  return help && quickInfo(cell, help.applicableSpan.start - 2);
}

/**
 * Adds the documentation of the name where TypeScript shows none: it has one for each overload of a function, but none
 * for a constant that is a function with several signatures.
 */
function withDocumentation({ service, file }: OpenCell, info: ts.QuickInfo): ts.QuickInfo {
  if (info.documentation?.length) return info;
  const program = service.getProgram();
  const source = program?.getSourceFile(file);
  const name = source && nameAt(source, info.textSpan);
  if (!program || !name) return info;
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol) return info;
  const documented = documentedSymbol(symbol, checker);
  return {
    ...info,
    documentation: documented.getDocumentationComment(checker),
    tags: documented.getJsDocTags(checker),
  };
}

function nameAt(node: ts.Node, span: ts.TextSpan): ts.Identifier | undefined {
  if (ts.isIdentifier(node) && node.getStart() === span.start && node.getWidth() === span.length) return node;
  const within = (child: ts.Node) => child.pos <= span.start && ts.textSpanEnd(span) <= child.end;
  return ts.forEachChild(node, (child) => (within(child) ? nameAt(child, span) : undefined));
}

function describe(info: ts.QuickInfo): Documentation {
  // Earlier cells' names are imports to TypeScript, not to the learner.
  const signature = ts
    .displayPartsToString(info.displayParts)
    .replace(/^\(alias\) /, "")
    .replace(/\n(?:import|export) .*$/s, "");
  const text = ts.displayPartsToString(info.documentation);
  const tags = (info.tags ?? []).map(({ name, text: parts }) => ({ name, text: ts.displayPartsToString(parts) }));
  return {
    plain: [signature, text, ...tags.map(plainTag)].filter(Boolean).join("\n\n"),
    markdown: [`\`\`\`typescript\n${signature}\n\`\`\``, text, ...tags.map(markdownTag)].filter(Boolean).join("\n\n"),
  };
}

function plainTag({ name, text }: { name: string; text: string }): string {
  return `@${name}${name === "example" ? "\n" : " "}${text}`;
}

function markdownTag({ name, text }: { name: string; text: string }): string {
  if (name === "example") return `*@example*\n\`\`\`typescript\n${text}\n\`\`\``;
  if (name !== "param") return `*@${name}* ${text}`;
  const [parameter, ...rest] = text.split(" ");
  return `*@param* \`${parameter}\` ${rest.join(" ")}`;
}
