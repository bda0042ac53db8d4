import { copyFileSync } from "node:fs";
import path from "node:path";
import { removeKernelSpec, writeKernelSpec } from "../../../src/kernel/node/spec";
import { removeFigureExtension, writeFigureExtension } from "./figureExtension";

/**
 * Installs the kernel, and what draws its figures: the extension of JupyterLab and Notebook, and beside the kernel spec,
 * from where every Jupyter server hands it out, the library that draws.
 *
 * @param spec the kernel spec's folder, `…/jupyter/kernels/nablab`
 * @param library the folder whose `dist/` holds the kernel
 */
export function installKernel(spec: string, library: string): void {
  writeKernelSpec(spec, library);
  copyFileSync(require.resolve("plotly.js-dist-min/plotly.min.js"), path.join(spec, "plotly.min.js"));
  writeFigureExtension(dataFolderOf(spec));
}

/** Removes all that {@link installKernel} has written. */
export function uninstallKernel(spec: string): void {
  removeKernelSpec(spec);
  removeFigureExtension(dataFolderOf(spec));
}

/** Where Jupyter keeps kernels, extensions and more. */
function dataFolderOf(spec: string): string {
  return path.resolve(spec, "../..");
}
