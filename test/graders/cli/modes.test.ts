/** Who may read what `nablab grade --out` writes, as it contains everybody's marks. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../../house/files";
import { whyNoStranger } from "../places/Stranger";

const folder = mkdtempSync(join(tmpdir(), "nablab-modes-"));
afterAll(() => rmSync(folder, { recursive: true }));

function grade(out: string) {
  const submission = join(root, "graders/cli/demo/class/ada-perfect.ipynb");
  const args = ["grade", submission, "--seed", "1", "--no-hidden", "--out", out];
  return spawnSync(process.execPath, [join(root, "graders/cli/nablab.js"), ...args], { encoding: "utf8" });
}

/** The modes of everything in a folder, without duplicates. */
function modesIn(out: string): string[] {
  const entries = readdirSync(out, { withFileTypes: true, recursive: true });
  const modes = entries.map((entry) => {
    const mode = (statSync(join(entry.parentPath, entry.name)).mode & 0o777).toString(8);
    return `${entry.isFile() ? "file" : "folder"} ${mode}`;
  });
  return [...new Set(modes)].sort();
}

test.runIf(process.platform !== "win32")(
  "a folder that is made for results, and all in it, is its user's alone",
  () => {
    const out = join(folder, "a/b");
    expect(grade(out).status).toBe(0);
    expect(["a", "a/b"].map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8))).toEqual(["700", "700"]);
    expect(modesIn(out)).toEqual(["file 600", "folder 700"]);
  },
  60_000,
);

test.runIf(process.platform !== "win32")(
  "one that is shared on purpose stays shared, and no link in it is followed",
  () => {
    const out = join(folder, "shared");
    mkdirSync(out);
    chmodSync(out, 0o750);
    writeFileSync(join(folder, "precious"), "mine");
    symlinkSync(join(folder, "precious"), join(out, "report.html"));
    expect(grade(out).status).toBe(0);
    expect(modesIn(out)).toEqual(["file 640", "folder 750"]);
    expect(readFileSync(join(folder, "precious"), "utf8")).toBe("mine");
  },
  60_000,
);

test.skipIf(whyNoStranger !== undefined).each([
  ["another user owns and everybody may write", 0o777, 65_534],
  ["all share, as /tmp", 0o1777, 0],
])(
  "a folder that %s is refused in one line",
  (_, mode, uid) => {
    const out = mkdtempSync(join(folder, "open-"));
    chownSync(out, uid, uid);
    chmodSync(out, mode);
    const { status, stderr } = grade(out);
    expect(stderr).toBe(
      `nablab: everybody on this machine can write to ${out}; name a folder in it, or another one, with --out\n`,
    );
    expect(status).toBe(2);
    expect(readdirSync(out)).toEqual([]);
  },
  60_000,
);
