import ts from "typescript";

/**
 * A text in given code that a person reads: a string, a template, several of them joined with `+`, or a comment.
 *
 * `key` is the text itself, by which a translation finds it: of a template with its placeholders as they are written,
 * `α = ${rate}`; of a comment with the signs that make it one, `// The last one lies far out.`
 */
export interface Literal {
  kind: "string" | "template" | "line comment" | "block comment";
  key: string;
  start: number;
  end: number;
  /** In a template. */
  placeholders: string[];
  /** The text without them. */
  plain: string;
}

/** These calls take names, which are no words. */
const takesNames = /^(useAssignment|ready|check|NotImplemented|require)$/;

/** The texts for readers in a cell of code, in their order. */
export function literalsIn(source: string): Literal[] {
  return textsIn(source).filter(isForReaders);
}

/** All texts, even those of a single letter. */
export function textsIn(source: string): Literal[] {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    const literal = ts.isExpression(node) && !isName(node) ? literalOf(node, source) : null;
    if (literal) {
      // With its placeholders, whatever texts are in those.
      found.push(literal);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found, ...commentsIn(file, source)].sort((a, b) => a.start - b.start);
}

/** The code without its texts and comments: what must be the same in every language. */
export function codeWithoutTexts(source: string): string {
  const bare = textsIn(source).reduceRight((text, { kind, start, end, placeholders }) => {
    const left = kind.endsWith("comment") ? "" : JSON.stringify(placeholders.map(codeWithoutTexts).toSorted());
    return text.slice(0, start) + left + text.slice(end);
  }, source);
  return bare.replaceAll(/\s+/g, " ");
}

/** The names in some code. */
export function namesIn(source: string): string[] {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true));
  return [...names];
}

/** Signs and single letters, as `y` for an axis, are the same in every language. */
function isForReaders({ key, plain, placeholders }: Literal): boolean {
  const inside = placeholders.flatMap((placeholder) => textsIn(placeholder));
  return (/\p{L}{2}|\p{Script=Han}/u.test(plain) && !ofExercises.test(key)) || inside.some(isForReaders);
}

/** The comments of exercises are the same in every notebook. */
const ofExercises = /^\/\/ (YOUR CODE HERE|(BEGIN|END) SOLUTION)$/;

function literalOf(node: ts.Expression, source: string): Literal | null {
  const parts = partsOf(node);
  if (!parts) return null;
  const place = { start: node.getStart(), end: node.end };
  if (parts.every(ts.isStringLiteral)) {
    const key = parts.map(({ text }) => text).join("");
    return { kind: "string", key, plain: key, placeholders: [], ...place };
  }
  const key = parts.map((part) => (ts.isStringLiteral(part) ? escaped(part.text) : insideOf(part, source))).join("");
  const placeholders = parts.flatMap((part) =>
    ts.isTemplateExpression(part) ? part.templateSpans.map(({ expression }) => expression.getText()) : [],
  );
  const plain = parts.map(plainText).join("");
  return { kind: "template", key, plain, placeholders, ...place };
}

type Part = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression;

/** The texts that an expression is or joins; null if it is anything else. */
function partsOf(node: ts.Expression): Part[] | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node))
    return [node];
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return null;
  const [left, right] = [partsOf(node.left), partsOf(node.right)];
  return left && right && [...left, ...right];
}

function plainText(part: Part): string {
  return ts.isTemplateExpression(part)
    ? [part.head.text, ...part.templateSpans.map(({ literal }) => literal.text)].join(" ")
    : part.text;
}

function insideOf(part: ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression, source: string): string {
  return source.slice(part.getStart() + 1, part.end - 1);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`]|\$(?=\{)/g, "\\$&").replaceAll("\n", "\\n");
}

/** A module, a key, a name that is compared or passed on as one. */
function isName(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name === (node as ts.Node);
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node;
  if (ts.isCaseClause(parent)) return true;
  if (ts.isBinaryExpression(parent)) return /^([!=]==?|in)$/.test(parent.operatorToken.getText());
  const isCall = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  return isCall && parent.expression !== node && takesNames.test(parent.expression.getText());
}

function commentsIn(file: ts.SourceFile, source: string): Literal[] {
  const comments: Literal[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(file).filter((child) => child.kind !== ts.SyntaxKind.JSDoc);
    if (children.length > 0) for (const child of children) visit(child);
    // Between two tokens there are only spaces and comments.
    else comments.push(...commentsBetween(source, node.pos, node.getStart(file, false)));
  };
  visit(file);
  return comments;
}

function commentsBetween(source: string, from: number, to: number): Literal[] {
  const pattern =
    /\/\*[\s\S]*?\*\/|\/\/ (?:YOUR CODE HERE|BEGIN SOLUTION|END SOLUTION)$|\/\/.*(?:\n[ \t]*\/\/(?! (?:YOUR CODE|BEGIN SOL|END SOL)).*)*/gm;
  return [...source.slice(from, to).matchAll(pattern)].map(({ 0: text, index }): Literal => {
    const start = from + index;
    const isBlock = text.startsWith("/*");
    const key = isBlock
      ? text
      : `// ${text
          .split("\n")
          .map((line) => line.trim().slice(2).trim())
          .join(" ")}`;
    const kind = isBlock ? "block comment" : "line comment";
    return { kind, key, plain: key, start, end: start + text.length, placeholders: [] };
  });
}
