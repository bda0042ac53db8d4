import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../course/folderOf";
import { figureRenderer } from "../figureRenderer";
import type { LiteExtension } from "./buildLite";
import { hashed } from "./hashed";
import { manifestOf } from "./manifestOf";

const name = "nablab-figures";

/** The extension that draws figures again when a saved notebook is opened. */
export function figureExtension(): LiteExtension {
  const plotly = hashed(
    "plotly.min.js",
    readFileSync(path.join(root, "node_modules/plotly.js-dist-min/plotly.min.js"), "utf8"),
  );
  const address = `new URL(${JSON.stringify(plotly.path)}, script).href`;
  return {
    manifest: manifestOf(name, { mimeExtension: "./figures" }),
    files: [{ path: "remoteEntry.js", content: figureRenderer(name, address) }, plotly],
  };
}
