import path from "node:path";

/**
 * The folder of the nablab package: the repository, or where it was installed. This file runs from there as
 * `src/kernel/packageRoot.ts`, and compiled as `dist/kernel/packageRoot.js`.
 */
export const packageRoot = path.resolve(__dirname, "../..");
