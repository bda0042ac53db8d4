// Installs the npm packages when they are missing or older than the lock file, and bundles TensorFlow.js from them. Plain
// JavaScript on purpose: it is the one file that runs before anything is installed, on whatever Node there is.
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const lock = fs.readFileSync(path.join(root, "package-lock.json"), "utf8");
const stamp = path.join(root, "node_modules/.nablab-lock");

const library = path.join(root, "src/tf/library");
const bundle = path.join(library, "tensorflow.ts");

// The Node that runs npm, not the pinned one: `npm ci` is about to delete and install the pinned one.
const node = process.env.npm_node_execpath ?? process.execPath;
const npm = process.env.npm_execpath;

const upToDate = fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === lock;
if (!upToDate) {
  // stderr, so that `npm run nablab -- … --format json` keeps stdout clean.
  console.error("nablab: installing npm packages (once, about half a minute)");
  requireNpm();
  const { status } = spawnSync(node, [npm, "ci", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    // npm, too, would cache V8's code in the temporary folder, where others could put theirs.
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" },
  });
  if (status !== 0) {
    // Node itself needs one library that small systems lack; npm then says so, buried in other output.
    const hint = process.platform === "linux" ? "; if libatomic.so.1 is missing, `sudo apt install libatomic1`" : "";
    console.error(`nablab: \`npm ci\` failed (see above); run it in ${root} for details${hint}`);
    process.exit(status ?? 1);
  }
  fs.writeFileSync(stamp, lock);
}

if (!upToDate || isOlder(bundle, [path.join(library, "build.mjs"), path.join(library, "entry.mjs")])) {
  requireNpm();
  const { status } = spawnSync(node, [npm, "run", "--silent", "build:tf"], {
    cwd: root,
    stdio: ["ignore", 2, "inherit"],
  });
  if (status !== 0) {
    console.error(`nablab: \`npm run build:tf\` failed (see above); run it in ${root} for details`);
    process.exit(status ?? 1);
  }
}

function requireNpm() {
  if (npm) return;
  // The npm on the PATH may be any npm, so we do not use it.
  console.error(`nablab: npm starts this program; run \`npm run setup\` in ${root}`);
  process.exit(2);
}

/** Whether a file is missing, or was made before one of its sources changed. */
function isOlder(file, sources) {
  if (!fs.existsSync(file)) return true;
  const made = fs.statSync(file).mtimeMs;
  return sources.some((source) => fs.statSync(source).mtimeMs > made);
}
