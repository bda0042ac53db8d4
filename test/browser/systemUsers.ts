import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** A user of the system, made for a test. */
export interface SystemUser {
  name: string;
  id: number;
}

/** Makes a user of the system. Nobody can sign in as one: there is no password. */
export function addUser(name: string, home: string): SystemUser {
  removeUser(name);
  execFileSync("useradd", ["--no-create-home", "--home-dir", home, "--shell", "/bin/sh", name]);
  const id = Number(execFileSync("id", ["-u", name], { encoding: "utf8" }));
  execFileSync("chown", ["-R", `${name}:`, home]);
  execFileSync("chmod", ["700", home]);
  return { name, id };
}

export function removeUser(name: string): void {
  spawnSync("userdel", [name], { stdio: "ignore" });
}

/**
 * The processes of a user, as the id and the command line of each. One that has ended counts no more, even if its parent
 * has not asked how.
 */
export function processesOf({ id }: SystemUser): { pid: number; command: string }[] {
  return readdirSync("/proc").flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${Number(pid)}/status`, "utf8");
      const [, owner] = /^Uid:\s+(\d+)/m.exec(status) ?? [];
      if (/^State:\s+Z/m.test(status)) return [];
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return Number(owner) === id ? [{ pid: Number(pid), command }] : [];
    } catch {
      return []; // not a process, or it has just ended
    }
  });
}
