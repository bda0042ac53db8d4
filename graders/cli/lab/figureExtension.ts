import { writeFileSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "../../../src/kernel/node/places/makeFolder";
import { figureRenderer } from "./figureRenderer";

const name = "nablab-figures";

/** Puts JupyterLab's renderer of figures into an environment, as an extension that is already built. */
export function writeFigureExtension(prefix: string): void {
  const folder = path.join(prefix, "share", "jupyter", "labextensions", name);
  const manifest = {
    name,
    version: "1.0.0",
    jupyterlab: { mimeExtension: true, _build: { load: "static/remoteEntry.js", mimeExtension: "./figures" } },
  };
  makeFolder(path.join(folder, "static"));
  writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(path.join(folder, "static", "remoteEntry.js"), figureRenderer(name));
}
