import path from "node:path";

/** The folder of the nablab package: this file runs as `dist/kernel/packageRoot.js`. */
export const packageRoot = path.resolve(__dirname, "../..");
