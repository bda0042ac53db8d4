import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * The sources of an assignment's alternatives, as they could be handed in: what each alternative's function declares,
 * and what surrounds it in its file.
 *
 * @param folder an assignment's `staff/`
 */
export function alternativesIn(folder: string): { name: string; source: string }[] {
  const several = join(folder, "alternatives");
  const files = existsSync(several) ? readdirSync(several).map((file) => join(several, file)) : [`${several}.ts`];
  return files.flatMap((path) => {
    const text = readFileSync(path, "utf8");
    const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    const makers = statements.filter(ts.isFunctionDeclaration).filter(({ type }) => type?.getText() === "Alternative");
    const around = statements.filter((one) => !makers.some((maker) => maker === one)).map((one) => one.getText());
    const listed = makers.map(({ name, body }) => ({
      name: name?.text ?? "",
      source: [
        ...around,
        ...(body?.statements ?? []).map((one) => (ts.isReturnStatement(one) ? "" : one.getText())),
      ].join("\n"),
    }));
    return listed.length > 0 ? listed : constants(statements, text);
  });
}

/** `export const explicitLoops: Alternative = …` beside functions at the top level. */
function constants(statements: readonly ts.Statement[], source: string): { name: string; source: string }[] {
  return statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .filter(({ type }) => type?.getText() === "Alternative")
    .map(({ name }) => ({ name: name.getText(), source }));
}
