import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Debian keeps the programs outside the PATH. */
const versions = "/usr/lib/postgresql";
const found = existsSync(versions) ? readdirSync(versions).filter((name) => /^\d+$/.test(name)) : [];
const newest = found.toSorted((a, b) => Number(a) - Number(b)).at(-1);

/** Why there is no PostgreSQL to test with; null where there is. */
export const noPostgres: string | null = newest === undefined ? `there is nothing in ${versions}` : null;

/** Lets a server be reached over a network, by this machine, with TLS and the password `secret`. */
export interface OverTls {
  port: number;
  /** Files with its certificate. */
  key: string;
  cert: string;
}

/** A server of one's own. Unless told, it opens no port: its socket is in a folder that nobody else may enter. */
export interface Server {
  /** As `--db` takes it. */
  address: string;
  /** As a power cut does. */
  crash(): void;
  start(): void;
  /** Ends it and removes all that it has stored. */
  remove(): void;
}

export function startPostgres(tls?: OverTls): Server {
  // A socket's path may have 107 bytes.
  const folder = mkdtempSync(join(tmpdir(), "nablab-pg-"));
  chmodSync(folder, 0o700);
  const data = join(folder, "data");
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync("chown", ["postgres", folder]);
  const run = (program: string, ...args: string[]): void => {
    const path = join(versions, newest ?? "", "bin", program);
    // Neither initdb nor the server runs as root.
    const as = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"];
    const [first, ...rest] = [...(isRoot ? as : []), path, ...args];
    execFileSync(first, rest, { cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
  };
  run("initdb", "--no-sync", "-D", data, "-U", "nablab", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8");
  const port = tls?.port ?? 5432;
  const network = tls ? withTls(data, tls, isRoot) : "-c listen_addresses=";
  const options = `${network} -c port=${port} -c unix_socket_directories=${folder}`;
  const start = (): void => run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start");
  const stop = (mode: string): void => run("pg_ctl", "-D", data, "-m", mode, "stop");
  start();
  run("createdb", "-h", folder, "-p", String(port), "-U", "nablab", "nablab");
  if (tls) run("psql", "-h", folder, "-p", String(port), "-U", "nablab", "-c", "alter user nablab password 'secret'");
  return {
    address: `postgresql://nablab@/nablab?host=${folder}${tls ? `&port=${port}` : ""}`,
    crash: () => stop("immediate"),
    start,
    remove() {
      try {
        stop("immediate");
      } catch {
        // A test has crashed it, and failed before it was started again.
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server takes a key that only it can read. @returns what to start it with */
function withTls(data: string, { key, cert }: OverTls, isRoot: boolean): string {
  for (const [file, name] of [
    [key, "server.key"],
    [cert, "server.crt"],
  ]) {
    const path = join(data, name);
    copyFileSync(file, path);
    chmodSync(path, 0o600);
    if (isRoot) execFileSync("chown", ["postgres", path]);
  }
  writeFileSync(join(data, "pg_hba.conf"), "local all all trust\nhostssl all all all scram-sha-256\n");
  return "-c listen_addresses=localhost -c ssl=on";
}
