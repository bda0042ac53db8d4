import ts from "typescript";
import { adjustExports } from "../../../compiler/adjustExports";
import { hasTopLevelAwait } from "../../../compiler/hasTopLevelAwait";
import { replaceImports } from "../../../compiler/replaceImports";
import { positionAt } from "../../../compiler/textPosition";

/** JavaScript that runs as the body of a function, and what its syntax says. */
export interface Transpiled {
  code: string;
  /** A source map, as JSON. */
  map: string;
  imports: string[];
  isAsync: boolean;
  hasModuleSyntax: boolean;
}

/**
 * Turns a file into the body of a function that fills `exports`.
 *
 * @throws SyntaxError naming the file and the line
 */
export function transpileFile(file: string, text: string): Transpiled {
  const imports: string[] = [];
  let isAsync = false;
  let hasModuleSyntax = false;
  const look: ts.TransformerFactory<ts.SourceFile> = () => (source) => {
    isAsync = hasTopLevelAwait(source);
    hasModuleSyntax = ts.isExternalModule(source);
    return source;
  };
  const {
    outputText,
    sourceMapText = "{}",
    diagnostics = [],
  } = ts.transpileModule(text, {
    // Under another name, `.mjs` and `.mts` would stay ES modules, and `.cts` would refuse `<any>x`.
    fileName: file.replace(/\.[cm]([jt]s)$/, ".$1"),
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2024,
      // A module even without `import` and `export`, so that `await` is a keyword.
      moduleDetection: /\.(m[jt]s|ts)$/.test(file) ? ts.ModuleDetectionKind.Force : ts.ModuleDetectionKind.Legacy,
      esModuleInterop: true,
      allowJs: true,
      sourceMap: true,
    },
    transformers: { before: [look, replaceImports], after: [adjustExports(imports)] },
  });
  const [error] = diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
  if (error) {
    const { line } = positionAt(text, error.start ?? 0);
    const message = ts.flattenDiagnosticMessageText(error.messageText, " ");
    throw new SyntaxError(`${file}, line ${line + 1}: ${message}`);
  }
  return { code: outputText, map: sourceMapText, imports, isAsync, hasModuleSyntax };
}
