#!/usr/bin/env node
// Starts the command line on the pinned Node, straight from TypeScript, whatever Node ran this file.
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const node = path.join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
if (!fs.existsSync(node)) {
  console.error(`nablab: npm packages are missing; run \`npm ci\` in ${root}`);
  process.exit(2);
}
const child = spawn(node, [path.join(__dirname, "run.js"), ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
