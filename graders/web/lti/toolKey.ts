import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { calculateJwkThumbprint, exportJWK, importPKCS8, type JWK } from "jose";

/** What the dashboard signs with; LMSs read the public half at `/lti/jwks`. */
export interface ToolKey {
  privateKey: CryptoKey;
  id: string;
  publicKey: JWK;
}

/** The key in a file, which is made where there is none: LMSs have to find the same one after a restart. */
export async function toolKeyIn(path: string): Promise<ToolKey> {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    // Nobody else may read it, nor put another one in its place.
    writeFileSync(path, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  }
  const privateKey = await importPKCS8(readFileSync(path, "utf8"), "RS256", { extractable: true });
  const { kty, n, e } = await exportJWK(privateKey);
  const id = await calculateJwkThumbprint({ kty, n, e });
  return { privateKey, id, publicKey: { kty, n, e, kid: id, alg: "RS256", use: "sig" } };
}
