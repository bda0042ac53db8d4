import ts from "typescript";
import type { CellCompiler, OpenCell } from "./CellCompiler";

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
  return info && describe(info);
}

function quickInfo({ service, file }: OpenCell, at: number): ts.QuickInfo | undefined {
  return at < 0 ? undefined : service.getQuickInfoAtPosition(file, at);
}

function calledFunction(cell: OpenCell, at: number): ts.QuickInfo | undefined {
  const help = cell.service.getSignatureHelpItems(cell.file, at, undefined);
  // The span of the arguments starts after the opening parenthesis; the name ends before it.
  return help && quickInfo(cell, help.applicableSpan.start - 2);
}

function describe(info: ts.QuickInfo): Documentation {
  // Earlier cells' names are imports to TypeScript, not to the learner.
  const signature = ts
    .displayPartsToString(info.displayParts)
    .replace(/^\(alias\) /, "")
    .replace(/\nimport .*$/s, "");
  const text = ts.displayPartsToString(info.documentation);
  const tags = (info.tags ?? []).map(({ name, text: parts }) => ({ name, text: ts.displayPartsToString(parts) }));
  return {
    plain: [signature, text, ...tags.map((tag) => `@${tag.name} ${tag.text}`)].filter(Boolean).join("\n\n"),
    markdown: [`\`\`\`typescript\n${signature}\n\`\`\``, text, ...tags.map(markdownTag)].filter(Boolean).join("\n\n"),
  };
}

function markdownTag({ name, text }: { name: string; text: string }): string {
  if (name !== "param") return `*@${name}* ${text}`;
  const [parameter, ...rest] = text.split(" ");
  return `*@param* \`${parameter}\` ${rest.join(" ")}`;
}
