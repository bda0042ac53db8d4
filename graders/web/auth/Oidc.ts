import type { Configuration } from "openid-client";
import { isLoopback } from "../../../src/handIn/isOverTls";
import type { OidcSettings } from "./oidcSettings";
import type { PendingSignIns } from "./PendingSignIns";

/** Somebody whom the provider knows; `value` is what has to be on the roster. */
export interface Known {
  value: string;
}

/** Why somebody is not let in: the exchange failed, or the provider does not say what is asked for. */
export type OidcProblem = "state" | "exchange" | "claim" | "unverified";

/** The provider has refused, or what it sent is not what was asked for. */
export class OidcError extends Error {
  constructor(
    readonly problem: OidcProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}

/** Sign-in with an OpenID provider: the code flow with PKCE. openid-client checks signature, issuer, audience and times. */
export class Oidc {
  private configuration: Promise<Configuration> | null = null;

  /** @param callback the address at which people come back, as the provider knows it */
  constructor(
    readonly settings: OidcSettings,
    private readonly pending: PendingSignIns,
    private readonly callback: () => string,
  ) {}

  /** Where to send the browser, and the cookie that it has to come back with. */
  async begin(): Promise<{ url: URL; cookie: string }> {
    const oidc = await import("openid-client");
    const configuration = await this.discovered();
    const verifier = oidc.randomPKCECodeVerifier();
    const nonce = oidc.randomNonce();
    const { state, cookie } = await this.pending.begin({ nonce, verifier, hints: null });
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback(),
      scope: "openid profile email",
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      ...{ state, nonce },
    });
    return { url, cookie };
  }

  /**
   * Who has come back.
   *
   * @param search the query of the address at which they came
   * @throws OidcError when they may not be let in
   */
  async finish(search: URLSearchParams, cookie: string): Promise<Known> {
    const state = search.get("state") ?? "";
    const expected = await this.pending.take(state, cookie);
    if (!expected?.verifier) throw new OidcError("state");
    const oidc = await import("openid-client");
    const configuration = await this.discovered();
    const address = new URL(this.callback());
    address.search = search.toString();
    const checks = {
      pkceCodeVerifier: expected.verifier,
      expectedState: state,
      expectedNonce: expected.nonce,
      idTokenExpected: true,
    };
    const tokens = await oidc.authorizationCodeGrant(configuration, address, checks).catch((cause: Error) => {
      throw new OidcError("exchange", { cause });
    });
    const claims = tokens.claims();
    if (!claims) throw new OidcError("exchange");
    if (this.settings.claim in claims) return this.known(claims);
    // Providers may keep the token small.
    const more = await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub).catch((cause: Error) => {
      throw new OidcError("claim", { cause });
    });
    return this.known(more);
  }

  private known(claims: Readonly<Record<string, unknown>>): Known {
    const { claim, matches } = this.settings;
    const value = claims[claim];
    if (typeof value !== "string" || value === "") throw new OidcError("claim");
    // Anybody could have typed in somebody else's.
    if (matches === "email" && claims.email_verified === false) throw new OidcError("unverified");
    return { value };
  }

  /** Asked for once; again when it failed. */
  private discovered(): Promise<Configuration> {
    this.configuration ??= this.discover().catch((cause) => {
      this.configuration = null;
      throw new OidcError("exchange", { cause });
    });
    return this.configuration;
  }

  private async discover(): Promise<Configuration> {
    const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await import("openid-client");
    const { issuer, clientId, clientSecret } = this.settings;
    // Otherwise it relies on TLS alone, and takes a token with any signature.
    const execute = [enableNonRepudiationChecks, ...(isLoopback(issuer) ? [allowInsecureRequests] : [])];
    const options = { timeout: 10, execute };
    return discovery(issuer, clientId, clientSecret, undefined, options);
  }
}
