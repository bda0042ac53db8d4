import { isBuiltin } from "node:module";
import ts from "typescript";

/** The npm packages that a notebook's cells import, except the library itself. */
export function packagesInNotebook(content: string): string[] {
  const { cells } = JSON.parse(content) as { cells: { cell_type: string; source: string[] }[] };
  const code = cells.filter((cell) => cell.cell_type === "code").map(({ source }) => source.join(""));
  const names = code.flatMap((text) =>
    ts.preProcessFile(text).importedFiles.map(({ fileName }) => packageOf(fileName)),
  );
  return [...new Set(names)].filter((name) => name !== "nablab" && !name.startsWith(".") && !isBuiltin(name)).sort();
}

function packageOf(specifier: string): string {
  const [first, second] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}
