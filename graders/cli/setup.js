// Installs the npm packages when they are missing or older than the lock file. Plain JavaScript on
// purpose: it is the one file that runs before anything is installed, on whatever Node there is.
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const lock = fs.readFileSync(path.join(root, "package-lock.json"), "utf8");
const stamp = path.join(root, "node_modules/.nablab-lock");

const installed = fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === lock;
if (!installed) {
  console.log("nablab: installing npm packages (once, about half a minute)");
  const npm = process.env.npm_execpath;
  const [command, args] = npm
    ? [process.execPath, [npm, "ci", "--loglevel=error"]]
    : ["npm", ["ci", "--loglevel=error"]];
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"], shell: !npm });
  if (status !== 0) {
    console.error("nablab: `npm ci` failed (see above); run it by itself for details");
    process.exit(status ?? 1);
  }
  fs.writeFileSync(stamp, lock);
}
