import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** What a test changes of the token for the next sign-in. */
export interface Spoilt {
  claims?: Record<string, unknown>;
  /** Signed with a key that the provider does not publish. */
  foreignKey?: boolean;
  /** Claims that come from the address for them, and not in the token. */
  userInfo?: Record<string, unknown>;
}

/** A small OpenID provider, at which somebody has signed in already: it sends everybody back at once. */
export interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  spoil(how: Spoilt): void;
  close(): Promise<void>;
}

interface Asked {
  challenge: string;
  nonce: string;
  redirect: string;
}

export async function startProvider(claims: Record<string, unknown>): Promise<Provider> {
  const [key, foreign] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const [clientId, clientSecret] = ["nablab", "a secret of the client's"];
  const codes = new Map<string, Asked>();
  let spoilt: Spoilt = {};
  const server = createServer((request, response) => {
    answer(request, response).catch((error) =>
      send(response, 400, { error: "invalid_request", error_description: String(error) }),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "", issuer);
    if (pathname === "/.well-known/openid-configuration") {
      const at = (name: string) => `${issuer}/${name}`;
      send(response, 200, {
        ...{ issuer, authorization_endpoint: at("authorize"), token_endpoint: at("token"), jwks_uri: at("jwks") },
        ...{ userinfo_endpoint: at("userinfo"), response_types_supported: ["code"] },
        ...{ subject_types_supported: ["public"], id_token_signing_alg_values_supported: ["RS256"] },
      });
    } else if (pathname === "/jwks") {
      send(response, 200, { keys: [{ ...(await exportJWK(key.publicKey)), kid: "k1", alg: "RS256", use: "sig" }] });
    } else if (pathname === "/authorize") {
      const [challenge, nonce, redirect] = ["code_challenge", "nonce", "redirect_uri"].map(
        (one) => searchParams.get(one) ?? "",
      );
      if (searchParams.get("code_challenge_method") !== "S256") throw new Error("without PKCE");
      const code = randomBytes(16).toString("hex");
      codes.set(code, { challenge, nonce, redirect });
      const back = new URL(redirect);
      back.search = new URLSearchParams({ code, state: searchParams.get("state") ?? "" }).toString();
      response.writeHead(302, { location: back.href }).end();
    } else if (pathname === "/token") {
      send(response, 200, await tokensFor(request));
    } else if (pathname === "/userinfo") {
      send(response, 200, { sub: "u-1", ...spoilt.userInfo });
    } else {
      send(response, 404, {});
    }
  }

  /** @throws Error for a client, a code or a verifier that is not the one */
  async function tokensFor(request: IncomingMessage): Promise<object> {
    const form = new URLSearchParams(await textOf(request));
    const asked = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const secret = form.get("client_secret");
    if (form.get("client_id") !== clientId || secret !== clientSecret) throw new Error("another client");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (asked?.challenge !== challenge || asked.redirect !== form.get("redirect_uri")) throw new Error("another code");
    const now = Math.floor(Date.now() / 1000);
    const token = {
      ...{ iss: issuer, aud: clientId, sub: "u-1", iat: now, exp: now + 60, nonce: asked.nonce },
      ...claims,
      ...spoilt.claims,
    };
    const signed = new SignJWT(token).setProtectedHeader({ alg: "RS256", kid: "k1" });
    const id_token = await signed.sign((spoilt.foreignKey ? foreign : key).privateKey);
    return { access_token: "access", token_type: "Bearer", expires_in: 60, id_token };
  }

  return {
    ...{ issuer, clientId, clientSecret },
    spoil(how) {
      spoilt = how;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
