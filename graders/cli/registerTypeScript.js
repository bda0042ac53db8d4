// Runs TypeScript through ts-node, which takes a second or two of every start, and keeps what that gave: a file is
// translated again only when its text, ts-node or TypeScript is another one. What is kept may be deleted at any time;
// where somebody else can write, nothing is kept, and nothing is taken.
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { passOverForeignPackages } = require("../../src/kernel/places/foreignPackages");
const { holdsOnlyOurs } = require("../places/holdsOnlyOurs");
const { readOurFile } = require("../places/ourFile");
const { ourFolder } = require("../places/ourFolder");
const { packagesFolder } = require("../places/packagesFolder");
const { writeOurFile } = require("../places/writeOurFile");

const root = path.resolve(__dirname, "../..");
passOverForeignPackages(root);

const cacheFolder = (name) => ourFolder(packagesFolder(root), ".cache", "nablab", name);
const folder = cacheFolder("translated");
const settings = ["ts-node", "typescript"].map((name) => require(`${name}/package.json`).version);
settings.push(fs.readFileSync(path.join(root, "tsconfig.json"), "utf8"));

const hash = (value) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

// ts-node would have V8's code of TypeScript from the shared temporary folder, whoever put it there.
process.env.DISABLE_V8_COMPILE_CACHE = "1";

let service;
function translate(source, filename) {
  service ??= require("ts-node").create({ projectSearchDir: root, transpileOnly: true });
  try {
    return service.compile(source, filename);
  } catch (error) {
    // ts-node's message has a heading, and the place and the problem in the line below.
    error.message = error.diagnosticText?.trim().split("\n")[0] ?? error.message;
    throw error;
  }
}

/** What is kept ends with a comment that names what it was made from. Null when there is nothing, or something else. */
function kept(file, mark) {
  const code = readOurFile(file);
  return code?.endsWith(mark) ? code : null;
}

function keep(file, code) {
  try {
    writeOurFile(file, code);
  } catch {
    // An installation that cannot be written to: then every start takes its time.
  }
}

function translateOnce(source, filename) {
  const file = path.join(folder, `${hash(filename)}.js`);
  const mark = `\n// ${hash([settings, source])}\n`;
  const known = kept(file, mark);
  if (known !== null) return known;
  const code = translate(source, filename) + mark;
  keep(file, code);
  return code;
}

function compileTranslated(module, filename) {
  const source = fs.readFileSync(filename, "utf8");
  module._compile(folder === null ? translate(source, filename) : translateOnce(source, filename), filename);
}

Module._extensions[".ts"] = compileTranslated;

// An ES module that imports TypeScript: for its sake, Node would read all of TypeScript once more at every start.
const blankSpace = path.join(path.dirname(require.resolve("ts-blank-space/package.json")), path.sep);
const compilePlain = Module._extensions[".js"];
Module._extensions[".js"] = (module, filename) =>
  (filename.startsWith(blankSpace) ? compileTranslated : compilePlain)(module, filename);
process.setSourceMapsEnabled(true);
keepCompiledCode();

/** Node opens what is in there without a look at whose it is. */
function keepCompiledCode() {
  let compiled = cacheFolder("compiled");
  if (compiled !== null && !holdsOnlyOurs(compiled)) {
    fs.rmSync(compiled, { recursive: true });
    compiled = cacheFolder("compiled");
  }
  if (compiled !== null) Module.enableCompileCache(compiled);
}
