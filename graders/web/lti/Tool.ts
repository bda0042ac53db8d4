import { decodeJwt, SignJWT } from "jose";
import type { Configuration } from "openid-client";
import { isLoopback } from "../../../src/handIn/isOverTls";
import type { PendingSignIns } from "../auth/PendingSignIns";
import { claim, deepLinking, type Launch, LaunchError, launchOf } from "./Launch";
import type { PlatformSettings } from "./ltiSettings";
import type { ToolKey } from "./toolKey";

/** What somebody links in the LMS. */
export interface LinkedRun {
  slug: string;
  title: string;
  maxScore: number;
}

/** In seconds. */
const [patience, leeway] = [10, 60];

/**
 * The dashboard as LMSs see it: LTI 1.3. openid-client checks signature, issuer, audience, times and nonce of what an LMS
 * sends; that it is sent once, in the browser that asked, and from a known deployment, is checked here.
 */
export class Tool {
  private readonly configurations = new Map<PlatformSettings, Promise<Configuration>>();
  private readonly tokens = new Map<string, { token: string; until: number }>();

  /** @param address of `/lti/launch`, as the LMS knows it */
  constructor(
    readonly platforms: readonly PlatformSettings[],
    private readonly key: ToolKey,
    private readonly pending: PendingSignIns,
    readonly address: () => string,
  ) {}

  /** Where pages of LMSs are that may show the dashboard in a frame. */
  get frames(): string[] {
    return [
      ...new Set(this.platforms.flatMap(({ issuer, login, frames }) => [...originOf(issuer), login.origin, ...frames])),
    ];
  }

  /** The public key, as LMSs look for it. */
  get jwks(): object {
    return { keys: [this.key.publicKey] };
  }

  /** @throws LaunchError for an LMS that is not in the settings */
  platform(issuer: string | null, clientId: string | null): PlatformSettings {
    const found = this.platforms.filter(
      (one) => one.issuer === issuer && (clientId === null || one.clientId === clientId),
    );
    if (found.length !== 1) throw new LaunchError("platform");
    return found[0];
  }

  /** The LMS that begins a launch. @throws as {@link platform} */
  asking(sent: URLSearchParams): PlatformSettings {
    return this.platform(sent.get("iss"), sent.get("client_id"));
  }

  /**
   * Answers an LMS that sends somebody: where the browser has to go, to be told who that is.
   *
   * @param asked what the LMS sends: issuer, client, and two hints that go back to it
   */
  async begin(asked: URLSearchParams): Promise<{ url: URL; cookie: string }> {
    const platform = this.asking(asked);
    const oidc = await import("openid-client");
    const nonce = oidc.randomNonce();
    const { state, cookie } = await this.pending.begin({ nonce, verifier: null, hints: asked.toString() });
    const hints = ["login_hint", "lti_message_hint"].flatMap((name): [string, string][] => {
      const hint = asked.get(name);
      return hint === null ? [] : [[name, hint]];
    });
    const url = oidc.buildAuthorizationUrl(await this.configured(platform), {
      ...{ scope: "openid", response_mode: "form_post", prompt: "none", redirect_uri: this.address() },
      ...{ nonce, state, ...Object.fromEntries(hints) },
    });
    return { url, cookie };
  }

  /**
   * Who has come, and from where; and what begins it once more.
   *
   * @throws LaunchError when it is not what was asked for
   */
  async launch(state: string, idToken: string, cookie: string): Promise<{ launch: Launch; hints: URLSearchParams }> {
    const expected = await this.pending.take(state, cookie);
    if (!expected || expected.verifier !== null) throw new LaunchError("state");
    const { iss, aud } = unchecked(idToken);
    const platform = this.platform(iss ?? null, [aud ?? []].flat()[0] ?? null);
    const oidc = await import("openid-client");
    const url = new URL(this.address());
    url.hash = new URLSearchParams({ state, id_token: idToken }).toString();
    const claims = await oidc
      .implicitAuthentication(await this.configured(platform), url, expected.nonce, { expectedState: state })
      .catch((cause: Error) => {
        throw new LaunchError("token", { cause });
      });
    return { launch: launchOf(platform, claims), hints: new URLSearchParams(expected.hints ?? "") };
  }

  /** What an LMS has sent to begin a launch that has not come back yet; null where there is none. */
  async hintsOf(state: string): Promise<URLSearchParams | null> {
    const hints = await this.pending.hintsOf(state);
    return hints === null ? null : new URLSearchParams(hints);
  }

  /** A signed answer to an LMS in which somebody has chosen what to link. */
  chosen({ platform, deployment, choosing }: Launch, { slug, title, maxScore }: LinkedRun): Promise<string> {
    const item = {
      ...{ type: "ltiResourceLink", title, url: this.address(), custom: { run: slug } },
      lineItem: { label: title, scoreMaximum: maxScore, resourceId: slug },
    };
    const message = {
      [claim("message_type")]: "LtiDeepLinkingResponse",
      [claim("version")]: "1.3.0",
      [claim("deployment_id")]: deployment,
      [deepLinking("content_items")]: [item],
      ...(choosing?.data == null ? {} : { [deepLinking("data")]: choosing.data }),
      nonce: crypto.randomUUID(),
    };
    return new SignJWT(message)
      .setProtectedHeader({ alg: "RS256", kid: this.key.id })
      .setIssuer(platform.clientId)
      .setAudience(platform.issuer)
      .setJti(crypto.randomUUID())
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(this.key.privateKey);
  }

  /** Access to an LMS's services, as long as it lasts. */
  async access(platform: PlatformSettings, wanted: readonly string[]): Promise<string> {
    const name = [platform.issuer, platform.clientId, ...wanted].join(" ");
    const kept = this.tokens.get(name);
    if (kept && Date.now() < kept.until) return kept.token;
    const oidc = await import("openid-client");
    const asked = { scope: wanted.join(" ") };
    const granted = await oidc.clientCredentialsGrant(await this.configured(platform), asked);
    const until = Date.now() + ((granted.expires_in ?? leeway) - leeway) * 1000;
    this.tokens.set(name, { token: granted.access_token, until });
    return granted.access_token;
  }

  private configured(platform: PlatformSettings): Promise<Configuration> {
    const known = this.configurations.get(platform) ?? this.configure(platform);
    this.configurations.set(platform, known);
    return known;
  }

  private async configure({
    issuer,
    clientId,
    login,
    token,
    keys,
    audience,
  }: PlatformSettings): Promise<Configuration> {
    const oidc = await import("openid-client");
    const server = {
      issuer,
      authorization_endpoint: login.href,
      token_endpoint: token.href,
      jwks_uri: keys.href,
    };
    const signing = oidc.PrivateKeyJwt(
      { key: this.key.privateKey, kid: this.key.id },
      {
        [oidc.modifyAssertion](_header, payload) {
          payload.aud = audience;
        },
      },
    );
    const configuration = new oidc.Configuration(server, clientId, undefined, signing);
    configuration.timeout = patience;
    oidc.useIdTokenResponseType(configuration);
    if ([login, token, keys].every(isLoopback)) oidc.allowInsecureRequests(configuration);
    return configuration;
  }
}

/** An issuer need not be an address of pages. */
function originOf(issuer: string): string[] {
  const url = URL.parse(issuer);
  return url && /^https?:$/.test(url.protocol) ? [url.origin] : [];
}

/** What a token says before it is known whether that is true: only which keys to check it with. */
function unchecked(idToken: string): ReturnType<typeof decodeJwt> {
  try {
    return decodeJwt(idToken);
  } catch (cause) {
    throw new LaunchError("token", { cause });
  }
}
