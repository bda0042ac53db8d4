import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** A certificate that nobody but its maker knows, as files. */
export interface Certificate {
  key: string;
  cert: string;
}

/** Makes one for a name, such as `localhost`; it signs itself. */
export function makeCertificate(folder: string, name: string): Certificate {
  const made = { key: join(folder, `${name}.key`), cert: join(folder, `${name}.crt`) };
  const what = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${name}`];
  const names = ["-addext", `subjectAltName=DNS:${name}`];
  execFileSync("openssl", ["req", ...what, ...names, "-keyout", made.key, "-out", made.cert], { stdio: "pipe" });
  return made;
}
