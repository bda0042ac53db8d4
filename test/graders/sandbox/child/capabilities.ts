/** What a process might be able to do to the machine, to the grader and to other submissions. */
export interface Capability {
  name: string;
  /**
   * The body of a function of `require`, `module`, `process` and `target` that returns something truthy, or a promise of
   * it, when it could be done.
   */
  body: string;
  /** Node's flags alone do not refuse it: that its object is out of reach does, and bubblewrap. */
  beyondFlags?: true;
  /** Concerns this process alone, or what both sides know: bubblewrap does not refuse it either. */
  beyondBwrap?: true;
}

/** What the attempts are aimed at. */
export interface Target {
  /** A folder with a file `secret` and a database `known.db`. */
  folder: string;
  /** A process that is not to be touched. */
  pid: number;
  /** A server on this machine. */
  port: number;
  /** What is known of the machine outside. */
  host: string;
  user: string;
}

const capability =
  (more: Omit<Capability, "name" | "body">) =>
  (name: string, body: string): Capability => ({ name, body, ...more });

const refusedByAll = capability({});
const refusedByBwrap = capability({ beyondFlags: true });
const refusedByFlags = capability({ beyondBwrap: true });
const refusedByRealm = capability({ beyondFlags: true, beyondBwrap: true });

const fs = 'const fs = require("node:fs"), file = target.folder + "/secret", other = target.folder + "/other";';
const sqlite = 'const { DatabaseSync } = require("node:sqlite");';

export const capabilities: readonly Capability[] = [
  refusedByAll("read a file", `${fs} return fs.readFileSync(file);`),
  refusedByAll("open a file", `${fs} return fs.openSync(file) > 0;`),
  refusedByAll("stream a file", `${fs} return fs.promises.readFile(file);`),
  refusedByAll("list a folder", `${fs} return fs.readdirSync(target.folder);`),
  refusedByAll("go through a folder", `${fs} return fs.opendirSync(target.folder);`),
  refusedByAll("look at a file's data", `${fs} return fs.statSync(file);`),
  refusedByAll("see whether a file is there", `${fs} return fs.existsSync(file);`),
  refusedByAll("watch a file", `${fs} return fs.watch(file).close() === undefined;`),
  refusedByAll("write a file", `${fs} fs.writeFileSync(other, "x"); return true;`),
  refusedByAll("change a file", `${fs} fs.appendFileSync(file, "x"); return true;`),
  refusedByAll("cut a file", `${fs} fs.truncateSync(file); return true;`),
  refusedByAll("make a folder", `${fs} fs.mkdirSync(other); return true;`),
  refusedByAll("make a temporary folder", `${fs} return fs.mkdtempSync(other);`),
  refusedByAll("copy a file", `${fs} fs.copyFileSync(file, other); return true;`),
  refusedByAll("move a file", `${fs} fs.renameSync(file, other); return true;`),
  refusedByAll("delete a file", `${fs} fs.unlinkSync(file); return true;`),
  refusedByAll("link a file", `${fs} fs.linkSync(file, other); return true;`),
  refusedByAll("link a file by name", `${fs} fs.symlinkSync(file, other); return true;`),
  refusedByAll("change a file's mode", `${fs} fs.chmodSync(file, 0o600); return true;`),
  refusedByAll("change a file's times", `${fs} fs.utimesSync(file, 1, 1); return true;`),
  refusedByAll("load a program", `${fs} fs.writeFileSync(other + ".js", "x = 1"); return require(other + ".js");`),
  refusedByAll("read settings", `${fs} process.loadEnvFile(file); return true;`),
  refusedByAll(
    "read a file as a module",
    'module.constructor._extensions[".js"](new module.constructor("x"), target.folder + "/secret"); return true;',
  ),
  refusedByAll("keep compiled code", 'return require("node:module").enableCompileCache(target.folder).status === 1;'),

  refusedByFlags("open a database in memory", `${sqlite} return new DatabaseSync(":memory:");`),
  refusedByAll(
    "create a database",
    `${sqlite} return new DatabaseSync(target.folder + "/other.db").exec("CREATE TABLE t (x)") === undefined;`,
  ),
  refusedByAll(
    "open a database",
    `${sqlite} return new DatabaseSync(target.folder + "/known.db").prepare("SELECT x FROM t").all();`,
  ),
  refusedByAll(
    "attach a database",
    `${sqlite} new DatabaseSync(":memory:").exec("ATTACH '" + target.folder + "/known.db' AS k; SELECT x FROM k.t"); return true;`,
  ),
  refusedByAll(
    "write a database out",
    `${sqlite} new DatabaseSync(":memory:").exec("VACUUM INTO '" + target.folder + "/out.db'"); return true;`,
  ),

  refusedByAll(
    "connect to a server",
    'const net = require("node:net"); return new Promise((done, fail) => net.connect(target.port, "127.0.0.1").on("connect", done.bind(null, true)).on("error", fail));',
  ),
  refusedByFlags(
    "be a server",
    'const net = require("node:net"); return new Promise((done, fail) => net.createServer().on("error", fail).listen(0, "127.0.0.1", () => done(true)));',
  ),
  refusedByAll(
    "be a server at a path",
    'const net = require("node:net"); return new Promise((done, fail) => net.createServer().on("error", fail).listen(target.folder + "/socket", () => done(true)));',
  ),
  refusedByFlags(
    "send datagrams",
    'const dgram = require("node:dgram"); return new Promise((done, fail) => { const s = dgram.createSocket("udp4"); s.on("error", fail); s.send("x", target.port, "127.0.0.1", (error) => (error ? fail(error) : done(true))); });',
  ),
  refusedByAll(
    "make a request",
    'return require("node:util").promisify((url, done) => require("node:http").get(url, (r) => done(null, r.statusCode)).on("error", done))("http://127.0.0.1:" + target.port);',
  ),
  refusedByAll("fetch", 'return fetch("http://127.0.0.1:" + target.port);'),
  refusedByAll(
    "connect by TLS",
    'const tls = require("node:tls"); return new Promise((done, fail) => tls.connect(target.port, "127.0.0.1").on("error", (e) => (e.code === "ECONNREFUSED" || /ACCESS|UNREACH/.test(e.code) ? fail(e) : done(e.code))));',
  ),
  refusedByAll(
    "connect by HTTP/2",
    'const http2 = require("node:http2"); return new Promise((done, fail) => http2.connect("http://127.0.0.1:" + target.port).on("connect", () => done(true)).on("error", fail));',
  ),
  refusedByFlags("open a WebSocket", 'return new WebSocket("ws://127.0.0.1:" + target.port);'),
  refusedByAll("look a name up", 'return require("node:dns").promises.lookup("localhost");'),
  refusedByFlags(
    "ask a name server",
    'const r = new (require("node:dns").Resolver)(); r.setServers(["127.0.0.1:" + target.port]); return new Promise((done, fail) => { r.resolve4("a.test", (e) => (e.code === "ERR_ACCESS_DENIED" ? fail(e) : done(true))); setTimeout(() => r.cancel(), 200); });',
  ),

  refusedByAll("start a program", 'return require("node:child_process").spawnSync("/bin/true").status === 0;'),
  refusedByAll("run a command", 'return require("node:child_process").execSync("echo x");'),
  refusedByFlags(
    "start another Node",
    'return require("node:child_process").spawnSync(process.execPath, ["-e", ""]).status === 0;',
  ),
  refusedByFlags("fork", 'return require("node:child_process").fork(target.folder + "/secret").pid;'),
  refusedByFlags(
    "fork a cluster",
    'const cluster = require("node:cluster"); cluster.setupPrimary({ exec: target.folder + "/secret", silent: true }); return cluster.fork().process.pid;',
  ),
  refusedByAll("become another program", 'process.execve("/bin/sh", ["sh", "-c", "printf granted"]); return true;'),
  refusedByFlags("start a thread", 'return new (require("node:worker_threads").Worker)("0", { eval: true });'),
  refusedByFlags("open the inspector", 'require("node:inspector").open(0, "127.0.0.1"); return true;'),
  refusedByFlags("inspect itself", 'const s = new (require("node:inspector").Session)(); s.connect(); return s;'),
  refusedByFlags(
    "load machine code",
    'try { process.dlopen({ exports: {} }, target.folder + "/secret"); } catch (e) { if (/too short|invalid ELF|file too/.test(e.message)) return true; throw e; }',
  ),
  refusedByFlags(
    "require machine code",
    'try { module.constructor._extensions[".node"]({ exports: {} }, target.folder + "/secret"); } catch (e) { if (/too short|invalid ELF/.test(e.message)) return true; throw e; }',
  ),
  refusedByFlags("call a library", 'return require("node:ffi");'),
  refusedByFlags("run WASI", 'return new (require("node:wasi").WASI)({ version: "preview1" });'),
  refusedByFlags("make code from text", 'return Function("return 1")();'),

  refusedByAll("write a report", 'return process.report.writeReport(target.folder + "/report.json");'),
  refusedByRealm("report on the machine", "return process.report.getReport();"),
  refusedByAll("write a heap snapshot", 'return require("node:v8").writeHeapSnapshot(target.folder + "/heap");'),
  refusedByRealm("take a heap snapshot", 'return require("node:v8").getHeapSnapshot();'),
  refusedByRealm("set V8's flags", 'require("node:v8").setFlagsFromString("--stack-size=900"); return true;'),
  refusedByRealm(
    "use V8's natives",
    'require("node:v8").setFlagsFromString("--allow-natives-syntax"); return new (require("node:vm").Script)("%IsSmi(1)").runInThisContext();',
  ),
  refusedByRealm("trace events", 'return require("node:trace_events").createTracing({ categories: ["v8"] });'),

  refusedByBwrap("send a signal to the grader", "return process.kill(target.pid, 0);"),
  refusedByRealm("send a signal to all of its group", "return process.kill(0, 0);"),
  refusedByBwrap("wake the grader's debugger", "process._debugProcess(target.pid); return true;"),
  refusedByBwrap("see the grader's priority", 'return require("node:os").getPriority(target.pid) < 100;'),
  refusedByBwrap(
    "set the grader's priority",
    'const os = require("node:os"); os.setPriority(target.pid, os.getPriority(target.pid)); return true;',
  ),
  refusedByRealm("set its own priority", 'require("node:os").setPriority(0); return true;'),
  refusedByBwrap("see the host's name", 'return require("node:os").hostname() === target.host;'),
  refusedByRealm("see the network's interfaces", 'return Object.keys(require("node:os").networkInterfaces()).length;'),
  refusedByBwrap("see the user", 'return require("node:os").userInfo().username === target.user;'),
  refusedByRealm("see the processors", 'return require("node:os").cpus().length;'),
  refusedByRealm("see the machine's memory", 'return require("node:os").totalmem();'),
  refusedByRealm("see the machine's load", 'return require("node:os").uptime();'),
  refusedByBwrap("change to a folder", "process.chdir(target.folder); return true;"),
  refusedByRealm("see the folder that it is in", "return process.cwd();"),
  refusedByRealm("see and set its environment", 'process.env.X = "1"; return process.env.X;'),
  refusedByRealm("see who started it", "return process.ppid || process.pid;"),
  refusedByRealm("see what it was started with", "return process.argv.length;"),
  refusedByRealm("become another user", "process.setuid(process.getuid()); return true;"),
  refusedByRealm(
    "use other descriptors",
    'const fs = require("node:fs"); for (let fd = 0; fd < 20; fd++) try { return fs.fstatSync(fd); } catch {}',
  ),
  refusedByRealm("write to the pipe", 'return require("node:fs").writeSync(1, "") === 0;'),
  refusedByRealm("write to the terminal", "return process.stdout;"),
  refusedByRealm("read from the terminal", "return process.stdin;"),
  refusedByRealm("wait for signals", 'return process.on("SIGUSR2", () => {});'),
  refusedByRealm("set a timer", "return setTimeout(() => {}, 1);"),

  refusedByRealm("ask process for a module", 'return process.getBuiltinModule("node:os");'),
  refusedByRealm("ask the main module for a module", 'return process.mainModule.require("node:os");'),
  refusedByRealm("ask Module for a module", 'return module.constructor._load("node:os");'),
  refusedByRealm("make another require", 'return module.constructor.createRequire("/x.js")("node:os");'),
  refusedByRealm("hook into what is loaded", 'return require("node:module").registerHooks({ load() {} });'),
  refusedByFlags("reach Node's own bindings", 'return process.binding("natives");'),
  refusedByRealm("reach Node's internals", 'return require("internal/test/binding");'),
  refusedByRealm(
    "set how stacks are formatted",
    "const f = () => 1; Error.prepareStackTrace = f; return Error.prepareStackTrace === f;",
  ),
  refusedByRealm(
    "patch a method of lists",
    "const f = () => null, o = Array.prototype; o.shift = f; return o.shift === f;",
  ),
  refusedByRealm(
    "patch a method of functions",
    "const f = () => null, o = Function.prototype; o.call = f; return o.call === f;",
  ),
  refusedByRealm("patch JSON", "const f = () => null, o = JSON; o.parse = f; return o.parse === f;"),
  refusedByRealm(
    "patch iterators",
    "const f = () => null, o = Object.getPrototypeOf([].values()); o.next = f; return o.next === f;",
  ),
  refusedByRealm("add to every object", "const f = () => null, o = Object.prototype; o.id = f; return o.id === f;"),
  refusedByRealm(
    "patch buffers",
    "const f = () => null, o = Object.getPrototypeOf(Uint8Array.prototype); o.subarray = f; return o.subarray === f;",
  ),
  refusedByRealm("add a global", "const f = () => null, o = globalThis; o.x = f; return o.x === f;"),
  refusedByRealm("patch maps", "const f = () => null, o = Map.prototype; o.get = f; return o.get === f;"),
  refusedByRealm("patch texts", "const f = () => null, o = String.prototype; o.slice = f; return o.slice === f;"),
  refusedByRealm(
    "patch regular expressions",
    "const f = () => null, o = RegExp.prototype; o.exec = f; return o.exec === f;",
  ),
  refusedByRealm(
    "patch promises",
    "const f = () => null, o = Promise.prototype; o.finally = f; return o.finally === f;",
  ),
  refusedByRealm(
    "patch generators",
    "const f = () => null, o = Object.getPrototypeOf(function* () {}).prototype; o.next = f; return o.next === f;",
  ),
  refusedByRealm(
    "patch iterators of texts",
    "const f = () => null, o = Object.getPrototypeOf(''[Symbol.iterator]()); o.next = f; return o.next === f;",
  ),
  refusedByRealm(
    "patch asynchronous functions",
    "const f = () => null, o = Object.getPrototypeOf(async () => {}); o.x = f; return o.x === f;",
  ),
  refusedByRealm(
    "patch helpers of iterators",
    "const f = () => null, o = Object.getPrototypeOf([].values().map((x) => x)); o.next = f; return o.next === f;",
  ),
  refusedByRealm("patch Reflect", "const f = () => null, o = Reflect; o.apply = f; return o.apply === f;"),
  refusedByRealm("patch Symbol", "const f = () => null, o = Symbol; o.for = f; return o.for === f;"),
];
