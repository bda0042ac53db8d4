import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { repositoryFiles, root } from "./files";

/**
 * The files whose sentences are in the table of words in src/words/. The few sentences in graders/cli/*.js stay there:
 * these files run before TypeScript can be loaded, and say why it cannot.
 */
const areas =
  /^(graders\/(cli|course|extract|sandbox|engine|report|release|gradescope|intake|gradebook|web)|src\/(check|notebook))\/.*\.ts$/;

/**
 * How many texts in a file are not sentences to be read but programs, style sheets, commands or lists of names, or are
 * searched for in another program's output.
 */
const code: Record<string, number> = {
  "graders/cli/build.ts": 2,
  "graders/cli/demo/makeSamples.ts": 7,
  "graders/cli/lab/commandLink.ts": 1,
  "graders/cli/lab/findPython.ts": 7,
  "graders/cli/lab/installRequirements.ts": 1,
  "graders/cli/lab/languagePack.ts": 1,
  "graders/cli/runCommands.ts": 1,
  "graders/extract/parse/findLoops.ts": 1,
  "graders/extract/parse/namesIn.ts": 1,
  "graders/extract/parse/roleOf.ts": 1,
  "graders/extract/pieces.ts": 1,
  "graders/extract/programOf.ts": 2,
  "graders/gradebook/databaseTime.ts": 1,
  "graders/gradebook/erase.ts": 1,
  "graders/gradebook/migrations/createTables.ts": 1,
  "graders/gradebook/migrations/lms.ts": 1,
  "graders/gradebook/openStore.ts": 1,
  "graders/gradebook/queries/items.ts": 1,
  "graders/gradebook/queue/WorkLoop.ts": 1,
  "graders/gradebook/queue/enqueue.ts": 2,
  "graders/gradebook/queue/gradingLock.ts": 2,
  "graders/gradebook/queue/pgBoss.ts": 1,
  "graders/gradebook/queue/takeJobs.ts": 1,
  "graders/gradebook/queue/tidyQueues.ts": 2,
  "graders/gradebook/refusalFor.ts": 1,
  "graders/gradebook/sqlite.ts": 2,
  "graders/intake/roster/columns.ts": 25,
  "graders/release/gradescopeFiles.ts": 1,
  "graders/release/learnerManifest.ts": 3,
  "graders/release/figureRenderer.ts": 1,
  "graders/release/site/bundleWorkers.ts": 1,
  "graders/release/site/indexPage.ts": 1,
  "graders/release/site/remoteEntry.ts": 1,
  "graders/release/site/translationFiles.ts": 1,
  "graders/report/html/charts.ts": 2,
  "graders/report/html/page.ts": 1,
  "graders/report/html/style.ts": 1,
  "graders/report/html/tokensOf.ts": 3,
  "graders/sandbox/child/disarm.ts": 1,
  "graders/sandbox/host/bundle.ts": 5,
  "graders/sandbox/host/cacheCode.ts": 2,
  "graders/sandbox/host/limits.ts": 1,
  "graders/sandbox/reader/readSample.ts": 1,
  "graders/sandbox/realm/defineUnavailable.ts": 2,
  "graders/sandbox/realm/globals/console.ts": 1,
  "graders/sandbox/realm/globals/process.ts": 1,
  "graders/web/auth/Oidc.ts": 1,
  "graders/web/auth/theVisitor.ts": 1,
  "graders/web/createApp.ts": 2,
  "graders/web/download.ts": 1,
  "graders/web/metrics.ts": 1,
  "graders/web/keys.ts": 1,
  "graders/web/pages/pageStyle.ts": 1,
  "src/check/unavailable.ts": 8,
  "src/notebook/verdictStyle.ts": 1,
};

/**
 * Errors thrown by these are for developers of the grader: a rule between the grader's own parts was broken, or a
 * process sent what it may not, which ends that process, whatever the message is.
 */
const internal = new Set([
  "graders/engine/assembleRun.ts",
  "graders/engine/Runner.ts",
  "graders/engine/parseOutcome.ts",
  "graders/sandbox/child/disarm.ts",
  "graders/sandbox/host/ReaderPool.ts",
  "graders/sandbox/host/Referee.ts",
  "graders/sandbox/host/Sandbox.ts",
  "graders/sandbox/host/SandboxProcess.ts",
  "graders/sandbox/host/StoppedError.ts",
  "graders/sandbox/reader/readSample.ts",
  "graders/sandbox/reader/serve.ts",
  "graders/sandbox/wire/BeyondLimits.ts",
  "graders/sandbox/wire/parseReply.ts",
  "graders/sandbox/wire/pipe.ts",
  "src/check/Shared.ts",
  "src/check/Unusable.ts",
  "src/check/judge.ts",
  "src/check/wire.ts",
]);

/**
 * These examine texts that are not ours: messages of V8, Node, commander and pg, which come without a code, and the code of
 * submissions and notebooks.
 */
const foreign = new Set([
  "graders/cli/demo/makeSamples.ts",
  "graders/cli/runCommands.ts",
  "graders/engine/exhausted.ts",
  "graders/extract/parse/asNotGradable.ts",
  "graders/extract/parse/importsIn.ts",
  "graders/extract/parse/parseNotebook.ts",
  "graders/extract/parse/readUnits.ts",
  "graders/extract/parse/refuseDisguised.ts",
  "graders/extract/parse/refuseStandIn.ts",
  "graders/extract/parse/survey.ts",
  "graders/gradebook/queue/Boss.ts",
  "graders/gradebook/refusalFor.ts",
  "graders/intake/expandPattern.ts",
  "graders/sandbox/host/SandboxProcess.ts",
  "src/check/causeOf.ts",
]);

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const files = repositoryFiles().filter((file) => areas.test(file));
const tables = repositoryFiles().filter((file) => /^src\/words\/en\/.*\.ts$/.test(file));

/** The pieces that the table's sentences are composed of. */
const pieces = tables.flatMap((file) => nodesOf(read(file)).flatMap(textOf)).filter((text) => /[a-z]{4}/.test(text));

function nodesOf(text: string): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true));
  return found;
}

/** The text of a literal, with a letter for each value in a template. Empty for module paths and names of keys. */
function textOf(node: ts.Node): string[] {
  const { parent } = node;
  if (ts.isStringLiteral(node)) {
    const isName = ts.isImportDeclaration(parent) || (ts.isPropertyAssignment(parent) && parent.name === node);
    return isName || ts.isLiteralTypeNode(parent) ? [] : [node.text];
  }
  if (ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return [];
  return [node.head.text + node.templateSpans.map(({ literal }) => `X${literal.text}`).join("")];
}

/** Two lower-case words in a row, outside tags; code does not count. */
function isSentence(text: string): boolean {
  if (/^import \{.*;$/.test(text)) return false;
  // In a query: a column and what its value is called, and two of the operators.
  if (/^([\w.]+ as \w+|is not|not in)$/.test(text)) return false;
  return /\b[a-z]{2,}[,;:]? [a-z]+\b/.test(text.replaceAll(/<[^>]*>/g, " "));
}

function isThrown(node: ts.Node): boolean {
  const made = node.parent;
  if (!made) return false;
  return ts.isNewExpression(made) || (ts.isCallExpression(made) && made.expression.kind === ts.SyntaxKind.SuperKeyword);
}

function sentencesIn(text: string, mayThrow: boolean): string[] {
  return nodesOf(text)
    .filter((node) => !(mayThrow && isThrown(node)))
    .flatMap(textOf)
    .filter(isSentence);
}

/** Places where a text is compared with a sentence, or searched for in one of ours. */
function decisionsIn(text: string): string[] {
  return nodesOf(text)
    .filter((node) => comparesText(node) || comparesPattern(node))
    .map((node) => node.parent.getText());
}

function comparesText(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return false;
  if (ts.isCaseClause(parent)) return isSentence(node.text);
  if (ts.isBinaryExpression(parent)) return /^[!=]==?$/.test(parent.operatorToken.getText()) && isOurs(node.text);
  const called = ts.isCallExpression(parent) && parent.arguments[0] === node ? parent.expression.getText() : "";
  return (
    /\.(startsWith|endsWith|includes|indexOf|split|replace|replaceAll|match|search)$/.test(called) && isOurs(node.text)
  );
}

/** A sentence, or a piece of one; a single word may be a name. */
function isOurs(text: string): boolean {
  return (
    isSentence(text) || (/[a-z]{4}/.test(text) && /[ :]/.test(text) && pieces.some((piece) => piece.includes(text)))
  );
}

function comparesPattern(node: ts.Node): boolean {
  if (!ts.isRegularExpressionLiteral(node)) return false;
  const [, source, flags] = /^\/(.*)\/(\w*)$/s.exec(node.text) ?? [];
  // File extensions and character classes are not words.
  const words = source.replaceAll(/\\\.[a-z]+|\\p\{\w+\}|\\./g, " ").match(/[a-z]{4,}/g) ?? [];
  const pattern = new RegExp(source, flags.replaceAll(/[gy]/g, ""));
  const finds = (piece: string): boolean => words.some((word) => pattern.exec(piece)?.[0].includes(word));
  return isSentence(source) || pieces.some(finds);
}

describe("Sentences", () => {
  it.each([
    ['throw new NotGradable("is a folder, not a file");', true],
    [`const text = \`it has \${count} checks\`;`, true],
    ["html`<h2>The class</h2><p>was graded</p>`;", true],
    ['import { a } from "./two words";', false],
    ['switch (kind) { case "not-implemented": }', false],
    [`html\`<td class="a">\${name}</td>\`;`, false],
  ])("%s", (text, isOne) => {
    expect(sentencesIn(text, false).length > 0).toBe(isOne);
  });

  it("are in the table of words, and nowhere else", () => {
    expect(files.length).toBeGreaterThan(150);
    const counts = files.map((file) => [file, sentencesIn(read(file), internal.has(file))] as const);
    const found = counts.filter(([file, sentences]) => sentences.length !== (code[file] ?? 0));
    expect(Object.fromEntries(found)).toEqual({});
  });

  it("are thrown for developers where the list says so", () => {
    const needless = [...internal].filter(
      (file) => sentencesIn(read(file), false).length === sentencesIn(read(file), true).length,
    );
    expect(needless).toEqual([]);
  });
});

describe("What is decided by a sentence", () => {
  it.each([
    'if (text.endsWith("its result is too large")) return;',
    'reason.startsWith("stopped after");',
    "const rest = reason.replace(/^It was stopped: /, '');",
    'if (what === "a Promise") return;',
    'switch (what) { case "a full stack": }',
    "return /used (more|less) than/.test(message);",
    "const isLost = /memory/i.test(message);",
  ])("%s", (text) => {
    expect(decisionsIn(text)).toHaveLength(1);
  });

  it.each([
    'kind === "stopped"',
    'name.startsWith(".")',
    '["threw", "stopped"].includes(kind)',
    'args.includes("--die-with-parent")',
    "/^[a-z]{4,}$/.test(name)",
    "/\\.ipynb$/.test(file)",
  ])("%s is none", (text) => {
    expect(decisionsIn(text)).toEqual([]);
  });

  it("is nothing: code asks for structure", () => {
    expect(pieces.length).toBeGreaterThan(100);
    const found = files
      .filter((file) => !foreign.has(file))
      .flatMap((file) => decisionsIn(read(file)).map((decision) => `${file}: ${decision}`));
    expect(found).toEqual([]);
  });

  it("is what others have written, where the list says so", () => {
    expect([...foreign].filter((file) => decisionsIn(read(file)).length === 0)).toEqual([]);
  });
});

/** Where a module reads a table of words while it is loaded: before anybody has said which language is spoken. */
function keptWordsIn(text: string): string[] {
  const nodes = nodesOf(text);
  const tables = nodes.flatMap((node) => (isTableOfWords(node) ? [node.name.text] : []));
  const areas = nodes.filter(
    (node) =>
      ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && tables.includes(node.expression.text),
  );
  return areas.filter((node) => !isLater(node)).map((node) => node.getText());
}

function isTableOfWords(node: ts.Node): node is ts.ImportSpecifier {
  if (!ts.isImportSpecifier(node)) return false;
  const from = node.parent.parent.parent.moduleSpecifier;
  return ts.isStringLiteral(from) && /\/words\/(words|browser|habits|kernel|site)$/.test(from.text);
}

/** Whether it is read when something is called or made. */
function isLater(node: ts.Node): boolean {
  if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return true;
  if (ts.isPropertyDeclaration(node) && !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword))
    return true;
  return node.parent !== undefined && isLater(node.parent);
}

describe("A table of words", () => {
  const table = 'import { words } from "../words/words";';

  it.each([
    [`${table} const say = words.submit;`, true],
    [`${table} const { notebook } = words.submit;`, true],
    [`${table} class A { static text = words.submit.fault; }`, true],
    [`${table} const say = () => words.submit;`, false],
    [`${table} class A { text = words.submit.fault; }`, false],
    [`${table} let given: typeof words.submit;`, false],
    ['import { words } from "./habits"; words.submit;', false],
  ])("is read too early: %s", (text, isOne) => expect(keptWordsIn(text).length > 0).toBe(isOne));

  it("is read when something is said, in what learners run", () => {
    const run = repositoryFiles().filter((file) =>
      /^(src\/(?!words\/)|graders\/(cli\/learner|extract)\/).*\.ts$/.test(file),
    );
    expect(run.length).toBeGreaterThan(150);
    expect(run.flatMap((file) => keptWordsIn(read(file)).map((area) => `${file}: ${area}`))).toEqual([]);
  });
});
