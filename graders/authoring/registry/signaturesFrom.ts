import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  removeComments: true,
};

/**
 * The text of `signatures.ts`: the graded functions as `staff/solution.ts` declares them, without their bodies.
 * Learners get this file, so the only other thing it takes from the solution is the types that the signatures name.
 *
 * @param solution the text of `staff/solution.ts`
 * @param names the graded functions
 * @throws Error naming what a function's signature leaves to inference, or takes from another file of `staff/`
 */
export function signaturesFrom(solution: string, names: readonly string[]): string {
  const file = ts.createSourceFile("solution.ts", solution, ts.ScriptTarget.Latest, true);
  const kept = file.statements.filter((statement) => isPartOfSignatures(statement, names));
  const text = kept.map((statement) => statement.getText(file)).join("\n");
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(text, {
    compilerOptions: options,
    fileName: "solution.ts",
    reportDiagnostics: true,
  });
  for (const { messageText, start = 0, length = 0 } of diagnostics) {
    const what = text.slice(start, start + length).split("\n")[0];
    throw new Error(`staff/solution.ts, at ${what}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  }
  return `// Made by \`nablab build\` from staff/solution.ts, for the types of \`check({ … })\`.\n${outsideStaff(outputText)}`;
}

function isPartOfSignatures(statement: ts.Statement, names: readonly string[]): boolean {
  if (ts.isFunctionDeclaration(statement)) return names.includes(statement.name?.text ?? "");
  return (
    ts.isImportDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)
  );
}

/** The file is one folder above the solution. */
function outsideStaff(text: string): string {
  return text.replaceAll(/ from "(\.[^"]*)"/g, (_, path: string) => {
    if (!path.startsWith("../")) {
      throw new Error(`a signature in staff/solution.ts uses a type from ${path}: move that type to assignment.ts`);
    }
    const moved = path.slice("../".length);
    return ` from "${moved.startsWith("../") ? moved : `./${moved}`}"`;
  });
}
