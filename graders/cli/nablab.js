#!/usr/bin/env node
// Starts the command line on the pinned Node, directly from TypeScript, whatever Node runs this file. Neither process
// outlives the other: signals are passed on, and the channel between them closes when this one is killed (see
// endWithWrapper.ts).
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const { constants } = require("node:os");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const program = path.join("node/bin", process.platform === "win32" ? "node.exe" : "node");
// The repository has its own packages; an installed package lies next to the ones that it needs.
const packages = [path.join(root, "node_modules"), path.dirname(root)].filter(
  (one) => path.basename(one) === "node_modules",
);
const node = packages.map((folder) => path.join(folder, program)).find((file) => fs.existsSync(file));
if (!node) {
  console.error(`nablab: npm packages are missing; run \`npm ci\` in ${root}`);
  process.exit(2);
}
const stdio = ["inherit", "inherit", "inherit", "ipc"];
// Left alone, V8 would rather let a dashboard that runs for months take 400 MB than tidy up: with a large class, each page
// leaves megabytes of rows behind. No limit that could end it.
const tidy = process.argv[2] === "dashboard" ? ["--max-semi-space-size=4", "--heap-growing-percent=30"] : [];
const child = spawn(node, [...tidy, path.join(__dirname, "run.js"), ...process.argv.slice(2)], { stdio });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// The way a shell reports a signal.
child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

// When npm is killed, it does not tell the shell in which it started this. On Linux, processes can be looked up.
const linesOf = (pid, file) => {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return "";
  }
};
const isNpm = (pid) => /^np[mx]\b/.test(linesOf(pid, "cmdline"));
const grandparent = /^PPid:\s*(\d+)/m.exec(linesOf(process.ppid, "status"))?.[1];
const npm = [process.ppid, grandparent].find(isNpm);
if (npm) setInterval(() => isNpm(npm) || child.kill("SIGTERM"), 500).unref();
