import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { repositoryFiles, root } from "../house/files";

const samples = "graders/cli/demo/class";

/** TensorFlow.js, as set-up bundles it. */
const bundle = "src/tf/library/tensorflow.ts";

/** The class that pages grade: what the folder `submissions/` of a page holds, and which of the samples that is. */
const submissions = {
  "ada.ipynb": "ada-perfect.ipynb",
  "ben.ts": "ben-partly-right.ts",
  "cleo.ipynb": "cleo-misconception.ipynb",
  "dan/anything.ipynb": "dan-syntax-error.ipynb",
};

/** What a command printed, both streams as on a terminal, and its exit code. */
export interface Outcome {
  code: number;
  output: string;
}

/**
 * A temporary folder such as a reader has after `git clone` and set-up: the repository's files, its packages, what set-up
 * and `npm run build` made, and a class of four in `submissions/`. What commands write stays in it.
 */
export class FreshClone {
  readonly folder = mkdtempSync(join(tmpdir(), "nablab-docs-"));
  private readonly home = join(this.folder, "node_modules/.home");

  constructor() {
    for (const file of repositoryFiles()) this.copy(file, file);
    // After its sources, or set-up would make it again.
    this.copy(bundle, bundle);
    cpSync(join(root, "dist"), join(this.folder, "dist"), { recursive: true });
    this.linkPackages();
    this.warm();
    for (const [to, from] of Object.entries(submissions)) this.copy(join(samples, from), join("submissions", to));
  }

  /** Writes a file, with its folders. */
  write(file: string, content: string | Uint8Array): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), "utf8");
  }

  /** Runs commands in the folder by `sh`, up to the first that fails. `npx --no` takes what is installed; nothing installs. */
  async run(commands: string): Promise<Outcome> {
    const script = `exec 2>&1\nnpx() { [ "$1" = --no ] || exit 9; shift; "$@"; }\n${commands}`;
    const options = { cwd: this.folder, env: this.environment(), maxBuffer: 1 << 26 };
    try {
      const { stdout } = await promisify(execFile)("/bin/sh", ["-ec", script], options);
      return { code: 0, output: stdout };
    } catch (error) {
      const { code, stdout } = error as { code: unknown; stdout?: string };
      if (typeof code !== "number" || stdout === undefined) throw error;
      return { code, output: stdout };
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private copy(from: string, to: string): void {
    const path = join(this.folder, to);
    mkdirSync(dirname(path), { recursive: true });
    cpSync(join(root, from), path, { preserveTimestamps: true });
  }

  /** A folder of links, and not a link to the folder: the links to this very package have to lead to the clone. */
  private linkPackages(): void {
    const packages = join(this.folder, "node_modules");
    mkdirSync(this.home, { recursive: true });
    for (const name of readdirSync(join(root, "node_modules"))) {
      const from = join(root, "node_modules", name);
      if (name === ".bin" || name === "nablab" || name === "nablab-notebooks" || name === ".nablab-lock")
        cpSync(from, join(packages, name), { recursive: true, verbatimSymlinks: true });
      else if (!name.startsWith(".")) symlinkSync(from, join(packages, name));
    }
  }

  /** What commands have translated and bundled before: it is known by the files' texts and times, wherever they lie. */
  private warm(): void {
    const kept = join(root, "node_modules/.cache/nablab");
    if (!existsSync(kept)) return;
    cpSync(kept, join(this.folder, "node_modules/.cache/nablab"), { recursive: true, preserveTimestamps: true });
  }

  /** The home folder is another one, so that a page cannot change settings; npm keeps its own. */
  private environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      HOME: this.home,
      PATH: [join(this.folder, "node_modules/.bin"), process.env.PATH].join(delimiter),
      NO_COLOR: "1",
      // Pages run single tests, which leave out the others.
      NABLAB_SKIP_NOTHING: undefined,
      // ts-node's, in the shared temporary folder.
      DISABLE_V8_COMPILE_CACHE: "1",
      npm_config_userconfig: process.env.npm_config_userconfig ?? join(homedir(), ".npmrc"),
      npm_config_cache: process.env.npm_config_cache ?? join(homedir(), ".npm"),
    };
  }
}
