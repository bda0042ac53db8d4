#!/usr/bin/env node
// Starts the command line on the pinned Node, straight from TypeScript, whatever Node ran this file. Neither outlives the
// other: signals are passed on, and the channel between the two closes when this one is killed (see endWithWrapper.ts).
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const { constants } = require("node:os");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const node = path.join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
if (!fs.existsSync(node)) {
  console.error(`nablab: npm packages are missing; run \`npm ci\` in ${root}`);
  process.exit(2);
}
const stdio = ["inherit", "inherit", "inherit", "ipc"];
const child = spawn(node, [path.join(__dirname, "run.js"), ...process.argv.slice(2)], { stdio });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// As a shell reports a signal.
child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

// npm passes signals on, unless it is killed itself: then it is nobody's child any more.
if (process.env.npm_command) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 500).unref();
}
