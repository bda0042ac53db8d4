import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "../../../src/kernel/node/places/makeFolder";
import { kernelName } from "../../../src/kernel/node/spec";
import { figureRenderer } from "../../release/figureRenderer";

const name = "nablab-figures";

/** Beside the kernel spec, which every Jupyter server hands out. */
const plotly = `(JSON.parse(document.getElementById("jupyter-config-data").textContent).baseUrl || "/") + "kernelspecs/${kernelName}/plotly.min.js"`;

/**
 * Puts the renderer of figures where JupyterLab and Notebook look, as an extension that is already built.
 *
 * @param data one of Jupyter's data folders, such as `share/jupyter` of an environment
 */
export function writeFigureExtension(data: string): void {
  const folder = folderIn(data);
  const manifest = {
    name,
    version: "1.0.0",
    jupyterlab: { mimeExtension: true, _build: { load: "static/remoteEntry.js", mimeExtension: "./figures" } },
  };
  makeFolder(path.join(folder, "static"));
  writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(path.join(folder, "static", "remoteEntry.js"), figureRenderer(name, plotly));
}

export function removeFigureExtension(data: string): void {
  rmSync(folderIn(data), { recursive: true, force: true });
}

function folderIn(data: string): string {
  return path.join(data, "labextensions", name);
}
