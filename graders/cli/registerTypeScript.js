// Runs TypeScript through ts-node, and caches the output, which saves a second or two at every start. A file is
// compiled again only when its text, ts-node or TypeScript has changed. The cache may be deleted at any time. In a
// folder where somebody else can write, nothing is stored and nothing is used.
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { passOverForeignPackages } = require("../../src/kernel/node/places/foreignPackages");
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

// Otherwise ts-node would load V8's code for TypeScript from the shared temporary folder, whoever put it there.
process.env.DISABLE_V8_COMPILE_CACHE = "1";

let service;
function translate(source, filename) {
  service ??= require("ts-node").create({ projectSearchDir: root, transpileOnly: true });
  try {
    return withoutFolder(service.compile(source, filename));
  } catch (error) {
    // ts-node's message has a heading, with the place and the problem on the line below.
    error.message = error.diagnosticText?.trim().split("\n")[0] ?? error.message;
    throw error;
  }
}

/** The source map names the file beside the code, so that the cache holds in a copy of the installation, too. */
function withoutFolder(code) {
  return code.replace(/(?<=\n\/\/# sourceMappingURL=data:[^,]*,)[\w+/=]+/, (map) => {
    const { sources, ...rest } = JSON.parse(Buffer.from(map, "base64").toString());
    const name = path.basename(sources[0]);
    return Buffer.from(JSON.stringify({ ...rest, file: name, sources: [name] })).toString("base64");
  });
}

/** Cached code ends with a comment that names what it was made from. Null when there is none, or for something else. */
function kept(file, mark) {
  const code = readOurFile(file);
  return code?.endsWith(mark) ? code : null;
}

function keep(file, code) {
  try {
    writeOurFile(file, code);
  } catch {
    // The installation cannot be written to, so every start takes longer.
  }
}

function translateOnce(source, filename) {
  const file = path.join(folder, `${hash(path.relative(root, filename))}.js`);
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

// An ES module that imports TypeScript, which would make Node read all of TypeScript again at every start.
const blankSpace = path.join(path.dirname(require.resolve("ts-blank-space/package.json")), path.sep);
const compilePlain = Module._extensions[".js"];
Module._extensions[".js"] = (module, filename) =>
  (filename.startsWith(blankSpace) ? compileTranslated : compilePlain)(module, filename);
process.setSourceMapsEnabled(true);
keepCompiledCode();

/** Node opens what is in this folder without checking who owns it. */
function keepCompiledCode() {
  let compiled = cacheFolder("compiled");
  if (compiled !== null && !holdsOnlyOurs(compiled)) {
    fs.rmSync(compiled, { recursive: true });
    compiled = cacheFolder("compiled");
  }
  if (compiled !== null) Module.enableCompileCache({ directory: compiled, portable: true });
}
