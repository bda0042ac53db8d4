import { withoutMagics } from "../../../extract/parse/withoutMagics";
import { findImports, type Import } from "../python/findImports";
import { answerFor, numpyUses } from "../python/numpyUses";
import { parsePython } from "../python/PythonCode";
import type { Remark } from "../Remark";
import type { SourceCell } from "../SourceCell";
import { answerToModule } from "./answerToModule";
import { quote } from "./partRemarks";

/** What the cells, wherever they are in the lesson, use that does not exist here. */
export function cellRemarks(cells: readonly SourceCell[]): Remark[] {
  const code = cells.filter(({ type }) => type === "code").map((cell) => ({ cell, python: parsePython(cell.source) }));
  const imports = code.map(({ python }) => findImports(python));
  const modules = imports.flat();
  return [
    ...code.flatMap(({ cell }, i) => imports[i].flatMap((one) => importRemarks(cell, one))),
    ...code.flatMap(({ cell, python }) => numpyUses(python, modules).flatMap((use) => numpyRemark(cell, use))),
    ...code.flatMap(({ cell }) => [...plots(cell, modules), ...widgets(cell, modules), ...magics(cell)]),
    ...cells.filter(({ type }) => type === "markdown").flatMap(images),
    ...cells.flatMap((cell) => Object.keys(cell.attachments).map((name) => attachment(cell, name))),
  ];
}

function importRemarks(cell: SourceCell, { module, name }: Import): Remark[] {
  const answer = answerToModule(module);
  const text = `${quote(name === null ? `import ${module}` : `from ${module} import ${name}`)}: ${answer}`;
  return answer === null ? [] : [{ kind: "imports", cell, text }];
}

function numpyRemark(cell: SourceCell, { path, line }: { path: string; line: number }): Remark[] {
  const isType = /^(ndarray|float\d*|int\d*|bool_?|uint8|dtype|float_|int_)$/.test(path);
  return isType || answerFor(path) !== null ? [] : [{ kind: "numpy", cell, line, text: `\`np.${path}\`` }];
}

const plotting = /^(matplotlib|pylab|seaborn|plotly|bokeh|altair)\b/;

function plots(cell: SourceCell, imports: readonly Import[]): Remark[] {
  return usesOf(cell, imports, plotting).map(({ line, text }) => ({ kind: "plots", cell, line, text }));
}

function widgets(cell: SourceCell, imports: readonly Import[]): Remark[] {
  return usesOf(cell, imports, /^ipywidgets\b/).map(({ line, text }) => ({ kind: "widgets", cell, line, text }));
}

/** The first line of the cell that uses something imported from one of the modules, not counting the import itself. */
function usesOf({ source }: SourceCell, imports: readonly Import[], modules: RegExp): { line: number; text: string }[] {
  const aliases = imports.filter(({ module }) => modules.test(module)).map(({ alias }) => alias);
  const used = source.split("\n").findIndex((line) => {
    if (/^\s*(from|import)\b/.test(line)) return false;
    const words = line.match(/[\p{L}\p{N}_]+/gu) ?? [];
    return words.some((word) => aliases.includes(word));
  });
  return used < 0 ? [] : [{ line: used + 1, text: quote(source.split("\n")[used]) }];
}

function magics(cell: SourceCell): Remark[] {
  const kept = withoutMagics(cell.source).split("\n");
  return cell.source.split("\n").flatMap((line, i): Remark[] =>
    // Only lines that were blanked differ.
    line === kept[i] ? [] : [{ kind: "magics", cell, line: i + 1, text: quote(line) }],
  );
}

function images(cell: SourceCell): Remark[] {
  const markdown = /!\[[^\]\n]{0,500}\]\([ \t]*<?([^)\s>]+)/g;
  const html = /<img\b[^>]{0,500}?\bsrc\s*=\s*["']?([^"'\s>]+)/gi;
  const paths = [...cell.source.matchAll(markdown), ...cell.source.matchAll(html)].map(([, path]) => path);
  return paths
    .filter((path) => !/^(https?:|data:|attachment:)/i.test(path))
    .map((path) => ({ kind: "images", cell, text: quote(path) }));
}

function attachment(cell: SourceCell, name: string): Remark {
  return { kind: "attachments", cell, text: quote(name) };
}
