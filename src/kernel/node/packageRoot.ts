import path from "node:path";

/**
 * The folder of the nablab package: the repository, or where it was installed. This file runs from there as
 * `src/kernel/node/packageRoot.ts`, and compiled as `dist/kernel/node/packageRoot.js`.
 */
export const packageRoot = path.resolve(__dirname, "../../..");
