// Runs TypeScript through ts-node, which takes a second or two of every start, and keeps what that gave: a file is
// translated again only when its text, ts-node or TypeScript is another one. What is kept may be deleted at any time.
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const cache = path.join(root, "node_modules/.cache/nablab");
const folder = path.join(cache, "translated");
const settings = ["ts-node", "typescript"].map((name) => require(`${name}/package.json`).version);
settings.push(fs.readFileSync(path.join(root, "tsconfig.json"), "utf8"));

const hash = (value) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

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
  try {
    const code = fs.readFileSync(file, "utf8");
    return code.endsWith(mark) ? code : null;
  } catch {
    return null;
  }
}

/** Written beside and moved, so that another process that starts at the same moment never sees half a file. */
function keep(file, code) {
  const draft = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(draft, code);
    fs.renameSync(draft, file);
  } catch {
    // An installation that cannot be written to: then every start takes its time.
  }
}

function compileTranslated(module, filename) {
  const source = fs.readFileSync(filename, "utf8");
  const file = path.join(folder, `${hash(filename)}.js`);
  const mark = `\n// ${hash([settings, source])}\n`;
  let code = kept(file, mark);
  if (code === null) {
    code = translate(source, filename) + mark;
    keep(file, code);
  }
  module._compile(code, filename);
}

Module._extensions[".ts"] = compileTranslated;

// An ES module that imports TypeScript: for its sake, Node would read all of TypeScript once more at every start.
const blankSpace = path.join(path.dirname(require.resolve("ts-blank-space/package.json")), path.sep);
const compilePlain = Module._extensions[".js"];
Module._extensions[".js"] = (module, filename) =>
  (filename.startsWith(blankSpace) ? compileTranslated : compilePlain)(module, filename);
process.setSourceMapsEnabled(true);
Module.enableCompileCache(path.join(cache, "compiled"));
