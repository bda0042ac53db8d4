#!/usr/bin/env node
// Starts the command line on the pinned Node, straight from TypeScript, whatever Node ran this file.
const { spawn } = require("node:child_process");
const path = require("node:path");

const node = path.resolve(__dirname, "../../node_modules/node/bin/node");
const options = [path.join(__dirname, "run.js"), ...process.argv.slice(2)];
const child = spawn(node, options, { stdio: "inherit" });
child.on("error", () => {
  console.error(`nablab: the pinned Node is missing at ${node}; run \`npm ci\` in ${path.resolve(__dirname, "../..")}`);
  process.exit(2);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
